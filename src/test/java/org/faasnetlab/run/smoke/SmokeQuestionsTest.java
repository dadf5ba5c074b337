package org.faasnetlab.run.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.faasnetlab.run.smoke.SmokeReport.Question;
import org.faasnetlab.run.smoke.SmokeStep.State;
import org.faasnetlab.testbed.aws.account.AwsCall;
import org.junit.jupiter.api.Test;

class SmokeQuestionsTest {
    private static final Instant AT = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void documentListsExactlyTheQuestionsOfTheReport() throws Exception {
        String document = Files.readString(Path.of("docs", "aws.md"));
        List<String> listed = document.substring(document.indexOf("What cannot be known without an account"))
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2))
                .toList();

        assertThat(new SmokeQuestions(List.of(), List.of())
                        .answered("", "").stream().map(Question::text))
                .containsExactlyElementsOf(listed);
    }

    @Test
    void stepsAndCallsAnswerQuestions() {
        List<SmokeStep> steps = List.of(
                new SmokeStep("creation", State.PASSED, AT, Duration.ofSeconds(301), ""),
                new SmokeStep("probe with 10240 MB", State.FAILED, AT, Duration.ofSeconds(9), "Too large."),
                new SmokeStep("iperf3 download", State.SKIPPED, AT, Duration.ZERO, ""));
        List<AwsCall> calls = List.of(call("PutObject", null), call("DeleteObject", "PreconditionFailed"));

        Map<String, String> answers = answers(steps, calls);

        assertThat(answers)
                .containsEntry("How long does it take until server and functions are ready?", "301 s")
                .containsEntry("Is the policy sufficient for CloudFormation and for this program?", "yes")
                .containsEntry("Does the account allow 10,240 MB?", "no: Too large.")
                .containsEntry("Does the packed iperf3 run in a function?", "")
                .containsEntry("How long is TCP's round-trip time between function and server?", "0.31 ms")
                .containsEntry("Does S3 accept conditional writes, which reserve a testbed?", "yes")
                .containsEntry(
                        "Does S3 accept conditional deletions, which release a testbed?", "no: PreconditionFailed")
                .containsEntry("Does the Price List API find the products by these attributes?", "");
    }

    @Test
    void deniedCallsAreNamed() {
        assertThat(answers(List.of(), List.of(call("CreateStack", "AccessDenied"))))
                .containsEntry(
                        "Is the policy sufficient for CloudFormation and for this program?", "denied: S3.CreateStack");
    }

    private static Map<String, String> answers(List<SmokeStep> steps, List<AwsCall> calls) {
        return new SmokeQuestions(steps, calls)
                .answered("no", "0.31 ms").stream().collect(Collectors.toMap(Question::text, Question::answer));
    }

    private static AwsCall call(String operation, String error) {
        return new AwsCall(AT, "S3", operation, Duration.ofMillis(5), error, Map.of());
    }
}
