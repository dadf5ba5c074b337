package org.faasnetlab.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faasnetlab.ErrorCode;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.aws.creation.FunctionProbe;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.LeftoverResource;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsSmokeCommandTest {

    private final CliHarness cli = new CliHarness();
    private final ScriptedAwsAccount aws = new ScriptedAwsAccount();

    @TempDir
    private Path folder;

    @BeforeEach
    void connect() {
        cli.lab.aws = aws;
        cli.lab.outcome = PlainRuns.probed("20261123-104210-k3f9");
        aws.findsCreated = true;
        aws.testbed = cli.lab.testbed(new TestbedLimits(10, Duration.ofSeconds(5), Duration.ZERO));
    }

    @Test
    void allStepsPassAndTheTestbedIsDeleted() throws Exception {
        assertThat(run()).isZero();

        assertThat(made())
                .containsExactly(
                        "preflight 1",
                        "preflight 1",
                        "create smoke [128]",
                        "extend smoke PT10M",
                        "create smoke [128]",
                        "create smoke [1769]",
                        "create smoke [10240]",
                        "open smoke false",
                        "open smoke false",
                        "open smoke false",
                        "open smoke false",
                        "open smoke false",
                        "open smoke false",
                        "open smoke true",
                        "delete smoke");
        assertThat(cli.out())
                .startsWith("The smoke test costs at most $0.")
                .endsWith("The smoke test passed. The report is in " + report() + ".\n");
        assertThat(cli.err())
                .contains(
                        "iperf3 upload: passed",
                        "S3 download: passed",
                        "TCP round-trip time: passed",
                        "deletion and final scan: passed");
        assertThat(states()).hasSize(15).allMatch("PASSED"::equals);
        assertThat(json().path("questions").size()).isEqualTo(19);
    }

    @Test
    void tagsAndPermissionsBoundaryAreThoseThatTheAccountRequires() {
        String boundary = "arn:aws:iam::123456789012:policy/limits";

        assertThat(cli.run(
                        "aws",
                        "smoke",
                        "--yes",
                        "--report",
                        report().toString(),
                        "--tag",
                        "team=net",
                        "--tag",
                        "cost=7",
                        "--permissions-boundary",
                        boundary))
                .isZero();

        assertThat(aws.created)
                .isNotEmpty()
                .allSatisfy(settings -> assertThat(settings.tags()).isEqualTo(Map.of("team", "net", "cost", "7")))
                .allSatisfy(
                        settings -> assertThat(settings.permissionsBoundary()).isEqualTo(boundary));
    }

    @Test
    void tagThatAwsDoesNotAllowIsRefusedBeforeAnythingIsCreated() {
        assertThat(cli.run("aws", "smoke", "--yes", "--report", report().toString(), "--tag", "aws:x=1"))
                .isEqualTo(2);

        assertThat(cli.err()).contains("Invalid tag key \"aws:x\".");
        assertThat(made()).isEmpty();
    }

    /** How each step of the test can fail, which the test after it does once; a new step needs an entry. */
    private static final Map<String, Consumer<ScriptedAwsAccount>> FAILURES = failures();

    private static Map<String, Consumer<ScriptedAwsAccount>> failures() {
        Map<String, Consumer<ScriptedAwsAccount>> failures = new LinkedHashMap<>();
        failures.put("preflight", aws -> aws.failingPreflight = 1);
        failures.put("prices and public servers", aws -> aws.failingPreflight = 2);
        failures.put("creation", aws -> aws.failingCall = 1);
        failures.put("extended lease", aws -> aws.failingCall = 2);
        failures.put("probe with 128 MB", aws -> aws.failingCall = 3);
        failures.put("probe with 1769 MB", aws -> aws.failingCall = 4);
        failures.put("probe with 10240 MB", aws -> aws.failingCall = 5);
        failures.put("iperf3 download", aws -> aws.failingCall = 6);
        failures.put("iperf3 upload", aws -> aws.failingCall = 7);
        failures.put("TCP round-trip time", aws -> aws.failingCall = 8);
        failures.put("latency probes", aws -> aws.failingCall = 9);
        failures.put("S3 download", aws -> aws.failingCall = 10);
        failures.put("S3 upload", aws -> aws.failingCall = 11);
        failures.put("iperf3 outside the VPC", aws -> aws.failingCall = 12);
        failures.put("deletion and final scan", aws -> aws.failingCall = 13);
        return failures;
    }

    static Stream<String> steps() {
        return FAILURES.keySet().stream();
    }

    @Test
    void everyStepCanFail() throws Exception {
        run();

        assertThat(names("PASSED")).containsExactlyElementsOf(FAILURES.keySet());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whateverFailsTheTestbedIsDeleted(String step) throws Exception {
        aws.failure = problem();
        aws.failingCall = -1;
        FAILURES.get(step).accept(aws);

        assertThat(run()).isEqualTo(1);

        assertThat(names("FAILED")).containsExactly(step);
        if (step.equals("preflight")) {
            assertThat(made()).noneMatch(call -> call.startsWith("create"));
        } else {
            assertThat(made()).endsWith("delete smoke");
        }
        assertThat(Files.readString(report()))
                .contains("Broken for [account 1].")
                .doesNotContain("123456789012");
        assertThat(cli.out()).contains("The smoke test failed. Attach " + report());
    }

    static Stream<Arguments> unexpectedErrors() {
        return Stream.<Throwable>of(
                        new IllegalStateException("123456789012"),
                        SdkClientException.create("123456789012"),
                        new NoClassDefFoundError("123456789012"),
                        new StackOverflowError("123456789012"))
                .flatMap(error -> IntStream.rangeClosed(1, 13).mapToObj(failing -> Arguments.of(error, failing)));
    }

    @ParameterizedTest
    @MethodSource("unexpectedErrors")
    void unexpectedErrorIsAFailedStepWithItsCodeAndTheTestbedIsDeleted(Throwable error, int failing) throws Exception {
        aws.unexpected = error;
        aws.failingCall = failing;

        assertThat(run()).isEqualTo(1);

        assertThat(made()).endsWith("delete smoke");
        assertThat(states()).hasSize(15).containsOnlyOnce("FAILED");
        assertThat(Files.readString(report()))
                .contains(
                        "Unexpected error " + error.getClass().getSimpleName() + " (code " + ErrorCode.of(error) + ").")
                .doesNotContain("123456789012");
    }

    @Test
    void memoryThatIsUsedUpIsReportedAsSuch() throws Exception {
        aws.unexpected = new OutOfMemoryError("Java heap space");
        aws.failingCall = 1;

        assertThat(run()).isEqualTo(1);

        assertThat(made()).endsWith("delete smoke");
        assertThat(Files.readString(report())).contains("This program has used all of its memory.");
    }

    @Test
    void firstInterruptCancelsDeletesAndWritesTheReport() throws Exception {
        aws.meanwhile = () -> {
            aws.meanwhile = () -> {};
            cli.interrupts.get(0).run();
        };

        assertThat(run()).isEqualTo(130);

        assertThat(made()).containsExactly("preflight 1", "preflight 1", "create smoke [128]", "delete smoke");
        assertThat(states())
                .containsSequence("PASSED", "PASSED", "PASSED", "SKIPPED")
                .endsWith("SKIPPED", "PASSED");
        assertThat(cli.err()).contains("Cancelling. What was created is deleted");
        assertThat(cli.out()).endsWith("The smoke test was cancelled. The report is in " + report() + ".\n");
    }

    @Test
    void secondInterruptStopsWithoutDeletionButWritesTheReport() throws Exception {
        aws.meanwhile = () -> {
            cli.interrupts.get(0).run();
            cli.interrupts.get(1).run();
        };

        assertThat(run()).isEqualTo(130);

        assertThat(made()).doesNotContain("delete smoke");
        assertThat(states()).contains("FAILED").endsWith("SKIPPED");
        assertThat(Files.readString(report())).contains("Interrupted. Delete the testbed with");
        assertThat(cli.err()).contains("Delete:   faasnetlab aws teardown smoke");
        assertThat(cli.lab.closed).contains("interrupts");
    }

    @Test
    void interruptedDeletionIsAFailedStep() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        aws.meanwhile = () -> {
            if (calls.incrementAndGet() == 12) {
                cli.interrupts.get(1).run();
            }
        };

        assertThat(run()).isEqualTo(130);

        assertThat(made()).endsWith("delete smoke");
        assertThat(states()).endsWith("FAILED");
    }

    @Test
    void stepsAnswerTheirQuestions() throws Exception {
        aws.lines.add(new PreflightResult(
                "public-address",
                Phrase.verbatim("Public addresses"),
                PreflightResult.State.OK,
                Phrase.verbatim("They may."),
                Phrase.verbatim("None.")));
        aws.lines.add(new PreflightResult(
                "function-bandwidth",
                Phrase.verbatim("Function bandwidth"),
                PreflightResult.State.UNKNOWN,
                Phrase.verbatim("Not listed."),
                Phrase.verbatim("None.")));
        aws.functions = List.of(new FunctionProbe.Result(
                new FunctionRef("inside", "1"),
                new FunctionRecord.Ready("sandbox", "log", true, 128, "amd64", "Java 21", 1, null),
                Duration.ofMillis(15_420),
                true));
        aws.serverFacts = Map.of("10.83.0.10", "iperf 3.17.1 with authentication");

        assertThat(run()).isZero();

        assertThat(answers())
                .containsEntry("How long does a cold function of 128 MB take to answer?", "15.4 s")
                .containsEntry(
                        "Does the echo server of a server answer latency probes, and how fast?",
                        "yes: median 0.42 ms, 1.0 % not answered")
                .containsEntry("Does the account allow 10,240 MB?", "")
                .containsEntry("Does Lambda stream responses in this Region?", "yes")
                .containsEntry(
                        "Does Amazon Linux's iperf3 support authentication?", "yes: iperf 3.17.1 with authentication")
                .containsEntry("Do servers read an extended lease from their metadata?", "yes")
                .containsEntry(
                        "What bandwidth do functions with 2,048 to 10,240 MB get outside the VPC?",
                        "1,769 MB: 200 Mbit/s")
                .containsEntry("Does a dry run report whether public addresses are forbidden?", "yes: They may.")
                .containsEntry(
                        "Does Service Quotas list the quota of network bandwidth, and in Mbit/s?", "no: Not listed.")
                .containsEntry(
                        "Does the Price List API find the products by these attributes?",
                        "no product found for: S3 GET, S3 PUT, c6in.xlarge, disk, function requests, function time")
                .containsEntry("Does S3 accept conditional writes, which reserve a testbed?", "");
    }

    @Test
    void leaseThatServersDoNotReadIsAFailedStep() throws Exception {
        aws.extensionIsRead = false;

        assertThat(run()).isEqualTo(1);

        assertThat(names("FAILED")).containsExactly("extended lease");
        assertThat(made()).endsWith("delete smoke");
        assertThat(answers())
                .containsEntry(
                        "Do servers read an extended lease from their metadata?",
                        "no: the console of a server does not show it");
    }

    @Test
    void withoutThePermissionForPublicAddressesTheRestIsTested() throws Exception {
        aws.publicLines.add(new PreflightResult(
                "public-address",
                Phrase.verbatim("Public addresses"),
                PreflightResult.State.PROBLEM,
                Phrase.verbatim("They may not."),
                Phrase.verbatim("Ask.")));

        assertThat(run()).isZero();

        assertThat(aws.created).isNotEmpty().allMatch(settings -> settings.outsideServers() == 0);
        assertThat(states()).hasSize(14);
        assertThat(answers())
                .containsEntry(
                        "What bandwidth do functions with 2,048 to 10,240 MB get outside the VPC?",
                        "not tested: They may not.");
    }

    @Test
    void publicServerCanBeLeftOut() throws Exception {
        assertThat(cli.run("aws", "smoke", "--yes", "--report", report().toString(), "--outside-servers", "0"))
                .isZero();

        assertThat(aws.created).isNotEmpty().allMatch(settings -> settings.outsideServers() == 0);
        assertThat(cli.out()).doesNotContain("public address");
        assertThat(answers())
                .containsEntry(
                        "What bandwidth do functions with 2,048 to 10,240 MB get outside the VPC?",
                        "not tested: no public servers");
    }

    @Test
    void probesWithoutAnswerAreAFailedStep() throws Exception {
        cli.lab.outcome = PlainRuns.completed("20261123-104210-k3f9");

        assertThat(run()).isEqualTo(1);

        assertThat(cli.err()).contains("latency probes: failed. The echo server answered no probe.");
        assertThat(answers())
                .containsEntry("Does the echo server of a server answer latency probes, and how fast?", "no");
    }

    @Test
    void warmFunctionIsNoColdStart() throws Exception {
        aws.functions = List.of(new FunctionProbe.Result(
                new FunctionRef("inside", "1"),
                new FunctionRecord.Ready("sandbox", "log", false, 128, "amd64", "Java 21", 1, null),
                Duration.ofMillis(90),
                true));

        assertThat(run()).isZero();

        assertThat(answers())
                .containsEntry(
                        "How long does a cold function of 128 MB take to answer?",
                        "not measured: the function was not cold");
    }

    @Test
    void problemOfThePreflightChecksCreatesNothing() throws Exception {
        aws.lines.add(new PreflightResult(
                "vpc",
                Phrase.verbatim("New VPC"),
                PreflightResult.State.PROBLEM,
                Phrase.verbatim("No VPC left."),
                Phrase.verbatim("Delete one.")));

        assertThat(run()).isEqualTo(1);

        assertThat(made()).containsExactly("preflight 1");
        assertThat(states()).containsExactly("FAILED", "SKIPPED");
    }

    @Test
    void existingTestbedOfThatNameIsNotTouched() throws Exception {
        aws.stacks.add(ScriptedAwsAccount.stack("smoke", "CREATE_COMPLETE", RunRowBuilder.STARTED));

        assertThat(run()).isEqualTo(1);

        assertThat(made()).isEmpty();
        assertThat(cli.err()).contains("A testbed named smoke exists.");
    }

    @Test
    void runThatDidNotCompleteIsAFailedStep() throws Exception {
        cli.lab.outcome = PlainRuns.without("20261123-104210-k3f9", RunStatus.PARTIAL);

        assertThat(run()).isEqualTo(1);

        assertThat(cli.err()).contains("iperf3 download: failed. The run ended as partial.");
        assertThat(made()).endsWith("delete smoke");
    }

    @Test
    void leftoversAreAFailedStep() throws Exception {
        aws.report = new DeletionReport(
                "faasnetlab-smoke", List.of(new LeftoverResource("VPC", "vpc-01234567")), List.of(), List.of());

        assertThat(run()).isEqualTo(1);

        assertThat(cli.err()).contains("deletion and final scan: failed. 1 resource of faasnetlab-smoke is left.");
    }

    @Test
    void answerOtherThanYesCreatesNothing() {
        cli.terminal = true;
        cli.typed.add("n");

        assertThat(cli.run("aws", "smoke", "--report", report().toString())).isZero();

        assertThat(made()).isEmpty();
        assertThat(cli.out()).endsWith("Cancelled. No resources were created.\n");
    }

    private static LabException problem() {
        return new LabException(LabException.Kind.FAILED, "Broken for 123456789012.", "Try again.");
    }

    /** The calls after the account was chosen. */
    private List<String> made() {
        return aws.calls.subList(1, aws.calls.size());
    }

    private int run() {
        return cli.run("aws", "smoke", "--yes", "--report", report().toString());
    }

    private Path report() {
        return folder.resolve("smoke.json");
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(report().toFile());
    }

    private Map<String, String> answers() throws IOException {
        Map<String, String> answers = new HashMap<>();
        json().path("questions")
                .forEach(question -> answers.put(
                        question.path("question").asText(),
                        question.path("answer").asText()));
        return answers;
    }

    private List<String> names(String state) throws IOException {
        List<String> names = new ArrayList<>();
        json().path("steps").forEach(step -> {
            if (step.path("state").asText().equals(state)) {
                names.add(step.path("name").asText());
            }
        });
        return names;
    }

    private List<String> states() throws IOException {
        List<String> states = new ArrayList<>();
        json().path("steps").forEach(step -> states.add(step.path("state").asText()));
        return states;
    }
}
