package org.faasnetlab.run.smoke;

import java.util.List;
import java.util.stream.Collectors;
import org.faasnetlab.run.smoke.SmokeReport.Question;
import org.faasnetlab.run.smoke.SmokeStep.State;
import org.faasnetlab.testbed.aws.account.AwsCall;

/** What cannot be known without an account, and what a smoke test says about it. docs/aws.md lists the same questions. */
final class SmokeQuestions {
    private static final String NO_PUBLIC_SERVERS = "not tested: no public servers";

    private final List<SmokeStep> steps;
    private final List<AwsCall> calls;

    /**
     * @param steps that were made
     * @param calls of AWS that were made
     */
    SmokeQuestions(List<SmokeStep> steps, List<AwsCall> calls) {
        this.steps = steps;
        this.calls = calls;
    }

    /**
     * All questions. An empty answer means that the test did not get that far.
     *
     * @param streaming whether Lambda streamed responses, yes or no; empty if unknown
     * @param roundTrip median of TCP's round-trip times with unit; empty if unknown
     */
    List<Question> answered(String streaming, String roundTrip) {
        String denied = calls.stream()
                .filter(call -> call.error() != null && call.error().matches("(?i).*(denied|unauthorized).*"))
                .map(call -> call.service() + "." + call.operation())
                .distinct()
                .collect(Collectors.joining(", "));
        return List.of(
                new Question(
                        "How long does it take until server and functions are ready?", seconds(SmokeTest.CREATION)),
                new Question(
                        "Is the policy sufficient for CloudFormation and for this program?",
                        denied.isEmpty() ? answer(SmokeTest.CREATION) : "denied: " + denied),
                new Question("Does the endpoint's policy allow dnf?", answer(SmokeTest.CREATION)),
                new Question("Does Lambda stream responses in this Region?", streaming),
                new Question(
                        "What does a Region without response streaming answer?",
                        streaming.equals("no") ? "see the calls" : "not tested: this Region has it"),
                new Question("How long does a cold function of 128 MB take to answer?", seconds("probe with 128 MB")),
                new Question("Does the account allow 10,240 MB?", answer("probe with 10240 MB")),
                new Question("Does the packed iperf3 run in a function?", answer("iperf3 download")),
                new Question("How long is TCP's round-trip time between function and server?", roundTrip),
                new Question("Does S3 accept conditional writes, which reserve a testbed?", ofCall("PutObject")),
                new Question("Does S3 accept conditional deletions, which release a testbed?", ofCall("DeleteObject")),
                new Question("Does the Price List API find the products by these attributes?", ofCall("GetProducts")),
                new Question(
                        "How long does deletion wait for Lambda's network interfaces?", seconds(SmokeTest.DELETION)),
                new Question("Does Amazon Linux's iperf3 support authentication?", NO_PUBLIC_SERVERS),
                new Question("Does a dry run report whether public addresses are forbidden?", NO_PUBLIC_SERVERS),
                new Question(
                        "Does Service Quotas list the quota of network bandwidth, and in Mbit/s?", NO_PUBLIC_SERVERS),
                new Question(
                        "What bandwidth do functions with 2,048 to 10,240 MB get outside the VPC?", NO_PUBLIC_SERVERS),
                new Question("Do servers read an extended lease from their metadata?", "not tested: no extension"));
    }

    private String seconds(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name) && step.state() == State.PASSED)
                .map(step -> step.time().toSeconds() + " s")
                .findFirst()
                .orElse("");
    }

    private String answer(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name) && step.state() != State.SKIPPED)
                .map(step -> step.state() == State.PASSED ? "yes" : "no: " + step.detail())
                .findFirst()
                .orElse("");
    }

    private String ofCall(String operation) {
        List<AwsCall> made = calls.stream()
                .filter(call -> call.operation().equals(operation))
                .toList();
        if (made.isEmpty()) {
            return "";
        }
        return made.stream()
                .filter(call -> call.error() != null)
                .map(call -> "no: " + call.error())
                .findFirst()
                .orElse("yes");
    }
}
