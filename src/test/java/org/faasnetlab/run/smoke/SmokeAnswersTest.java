package org.faasnetlab.run.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.run.smoke.SmokeReport.Question;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;
import org.faasnetlab.testing.ManualClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmokeAnswersTest {
    private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

    private final SmokeAnswers answers = new SmokeAnswers();

    @Test
    void documentListsExactlyTheQuestionsOfTheReport() throws Exception {
        String document = Files.readString(Path.of("docs", "aws.md"));
        List<String> listed = document.substring(document.indexOf("What cannot be known without an account"))
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();

        assertThat(Arrays.stream(SmokeQuestion.values()).map(SmokeQuestion::text))
                .containsExactlyElementsOf(listed);
    }

    @Test
    void withoutEvidenceNothingIsAnsweredWithYes() {
        assertThat(answered(false)).doesNotContainValue("yes").hasSize(SmokeQuestion.values().length);
    }

    @Test
    void uploadOfCodeIsNoEvidenceOfConditionalWrites() {
        Map<String, String> answers = answered(false, call("PutObject", null, null), call("DeleteObject", null, null));

        assertThat(answers)
                .containsEntry(SmokeQuestion.CONDITIONAL_WRITES.text(), "")
                .containsEntry(SmokeQuestion.CONDITIONAL_DELETIONS.text(), "");
    }

    @Test
    void conditionalCallsAreEvidenceIfS3ComparesTheirCondition() {
        Map<String, String> answers = answered(
                false, call("PutObject", null, "IfNoneMatch"), call("DeleteObject", "PreconditionFailed", "IfMatch"));

        assertThat(answers)
                .containsEntry(SmokeQuestion.CONDITIONAL_WRITES.text(), "yes")
                .containsEntry(SmokeQuestion.CONDITIONAL_DELETIONS.text(), "yes");
    }

    @Test
    void refusedConditionIsNamed() {
        assertThat(answered(false, call("DeleteObject", "NotImplemented", "IfMatch")))
                .containsEntry(SmokeQuestion.CONDITIONAL_DELETIONS.text(), "no: NotImplemented");
    }

    @Test
    void refusedPriceListIsNoYes() {
        answers.set(SmokeQuestion.PRICES, "no product found for: disk");

        assertThat(answered(false, call("GetProducts", "AccessDeniedException", null)))
                .containsEntry(SmokeQuestion.PRICES.text(), "no: AccessDeniedException");
    }

    @Test
    void policyIsSufficientIfEverythingPassedAndNothingWasDenied() {
        assertThat(answered(false)).containsEntry(SmokeQuestion.POLICY.text(), "");
        assertThat(answered(true)).containsEntry(SmokeQuestion.POLICY.text(), "yes");
        assertThat(answered(true, call("CreateStack", "AccessDenied", null)))
                .containsEntry(SmokeQuestion.POLICY.text(), "denied: S3.CreateStack");
    }

    @Test
    void regionWithoutStreamingIsAnsweredWithItsError() {
        answers.set(SmokeQuestion.STREAMING, "no");

        assertThat(answered(
                        false, call("InvokeWithResponseStream", "UnknownOperationException (HTTP status 404)", null)))
                .containsEntry(SmokeQuestion.NO_STREAMING.text(), "UnknownOperationException (HTTP status 404)");
    }

    @Test
    void waitForInterfacesIsThatOfItsStepAlone() {
        ManualClock clock = new ManualClock(AT);
        InterfaceWait wait = new InterfaceWait(DeletionListener.NONE, clock);
        assertThat(wait.text()).isEmpty();

        for (DeletionStep step : DeletionStep.values()) {
            wait.onStep(step, StepState.RUNNING, "");
            clock.move(Duration.ofSeconds(step == DeletionStep.INTERFACES ? 41 : 300));
            wait.onStep(step, StepState.RUNNING, "waiting");
            wait.onStep(step, StepState.DONE, "");
        }

        assertThat(wait.text()).isEqualTo("41 s");
    }

    @Test
    void interfacesThatAreNotReleasedAreReported() {
        ManualClock clock = new ManualClock(AT);
        InterfaceWait wait = new InterfaceWait(DeletionListener.NONE, clock);

        wait.onStep(DeletionStep.INTERFACES, StepState.RUNNING, "");
        clock.move(Duration.ofMinutes(10));
        wait.onStep(DeletionStep.INTERFACES, StepState.INCOMPLETE, "");

        assertThat(wait.text()).isEqualTo("more than 600 s: not all were released");
    }

    private Map<String, String> answered(boolean passed, AwsCall... calls) {
        return answers.all(List.of(calls), passed).stream().collect(Collectors.toMap(Question::text, Question::answer));
    }

    private static AwsCall call(String operation, @Nullable String error, @Nullable String condition) {
        return new AwsCall(AT, "S3", operation, Duration.ofMillis(5), error, condition, Map.of());
    }
}
