package org.faasnetlab.run.smoke;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.run.smoke.SmokeReport.Question;

/** What a smoke test says about its questions: set by the steps as they learn it, or taken from the calls. */
final class SmokeAnswers {
    /** S3 returns them only after it has compared the condition. */
    private static final Set<String> CONDITION_NOT_MET = Set.of("PreconditionFailed", "ConditionalRequestConflict");

    private final Map<SmokeQuestion, String> given = new EnumMap<>(SmokeQuestion.class);

    SmokeAnswers() {
        String noPublicServers = "not tested: no public servers";
        given.put(SmokeQuestion.DRY_RUN, noPublicServers);
        given.put(SmokeQuestion.BANDWIDTH_QUOTA, noPublicServers);
        given.put(SmokeQuestion.PUBLIC_BANDWIDTH, noPublicServers);
    }

    void set(SmokeQuestion question, String answer) {
        given.put(question, answer);
    }

    /**
     * All questions. An empty answer means that the test did not get that far.
     *
     * @param calls that were made
     * @param passed whether every step of the test passed
     */
    List<Question> all(List<AwsCall> calls, boolean passed) {
        answerByCalls(calls, passed);
        return Arrays.stream(SmokeQuestion.values())
                .map(question -> new Question(question.text(), given.getOrDefault(question, "")))
                .toList();
    }

    private void answerByCalls(List<AwsCall> calls, boolean passed) {
        String denied = calls.stream()
                .filter(call -> call.error() != null && call.error().matches("(?i).*(denied|unauthorized).*"))
                .map(call -> call.service() + "." + call.operation())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!denied.isEmpty()) {
            set(SmokeQuestion.POLICY, "denied: " + denied);
        } else if (passed) {
            set(SmokeQuestion.POLICY, "yes");
        }
        set(SmokeQuestion.CONDITIONAL_WRITES, ofConditional(calls, "PutObject"));
        set(SmokeQuestion.CONDITIONAL_DELETIONS, ofConditional(calls, "DeleteObject"));
        firstError(calls, "GetProducts").ifPresent(error -> set(SmokeQuestion.PRICES, "no: " + error));
        String streaming = given.getOrDefault(SmokeQuestion.STREAMING, "");
        if (streaming.equals("yes")) {
            set(SmokeQuestion.NO_STREAMING, "not tested: this Region has it");
        } else if (streaming.equals("no")) {
            set(
                    SmokeQuestion.NO_STREAMING,
                    firstError(calls, "InvokeWithResponseStream").orElse("see the calls"));
        }
    }

    private static Optional<String> firstError(List<AwsCall> calls, String operation) {
        return calls.stream()
                .filter(call -> call.operation().equals(operation) && call.error() != null)
                .map(call -> String.valueOf(call.error()))
                .findFirst();
    }

    /** Other calls of the operation, such as the upload of code, say nothing about conditions. */
    private static String ofConditional(List<AwsCall> calls, String operation) {
        List<AwsCall> conditional = calls.stream()
                .filter(call -> call.operation().equals(operation) && call.condition() != null)
                .toList();
        boolean accepted =
                conditional.stream().anyMatch(call -> call.error() == null || CONDITION_NOT_MET.contains(call.error()));
        return accepted
                ? "yes"
                : firstError(conditional, operation)
                        .map(error -> "no: " + error)
                        .orElse("");
    }
}
