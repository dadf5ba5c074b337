package org.faasnetlab.run.smoke;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.faasnetlab.invoke.observe.AwsCall;

/**
 * What a smoke test found, ready to be attached to a bug report. Contains no secret and no ID.
 *
 * @param version of this program
 * @param region ID of the Region
 * @param steps in order
 * @param calls of AWS, in order
 * @param questions what cannot be known without an account, and what this test says about it
 */
public record SmokeReport(
        String version, String region, List<SmokeStep> steps, List<AwsCall> calls, List<Question> questions) {

    /**
     * A question about AWS that the test answers.
     *
     * @param answer empty if the test did not get that far
     */
    public record Question(String text, String answer) {}

    public SmokeReport {
        steps = List.copyOf(steps);
        calls = List.copyOf(calls);
        questions = List.copyOf(questions);
    }

    public boolean passed() {
        return steps.stream().allMatch(SmokeStep::passed);
    }

    /** Whether nothing was created, or all of it was deleted. */
    public boolean leavesNothing() {
        return steps.stream()
                        .noneMatch(step ->
                                step.name().equals(SmokeTest.CREATION) && step.state() != SmokeStep.State.SKIPPED)
                || steps.stream().anyMatch(step -> step.name().equals(SmokeTest.DELETION) && step.passed());
    }

    /** Writes JSON in UTF-8. */
    public void writeTo(OutputStream out) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode report = json.createObjectNode();
        report.put("version", version).put("region", region).put("passed", passed());
        ArrayNode steps = report.putArray("steps");
        for (SmokeStep step : this.steps) {
            steps.addObject()
                    .put("name", step.name().toString())
                    .put("state", step.state().name())
                    .put("startedAt", step.startedAt().toString())
                    .put("seconds", step.time().toMillis() / 1000.0)
                    .put("detail", step.detail().toString());
        }
        ArrayNode questions = report.putArray("questions");
        for (Question question : this.questions) {
            questions.addObject().put("question", question.text()).put("answer", question.answer());
        }
        ArrayNode calls = report.putArray("calls");
        for (AwsCall call : this.calls) {
            ObjectNode entry = calls.addObject()
                    .put("at", call.at().toString())
                    .put("call", call.service() + "." + call.operation())
                    .put("milliseconds", call.time().toMillis())
                    .put("error", call.error());
            if (call.condition() != null) {
                entry.put("condition", call.condition());
            }
            entry.set("response", json.valueToTree(call.shape()));
        }
        out.write(json.writeValueAsBytes(report));
    }
}
