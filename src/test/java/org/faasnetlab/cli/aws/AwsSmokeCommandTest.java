package org.faasnetlab.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.TestbedLimits;
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
import org.junit.jupiter.params.provider.ValueSource;

class AwsSmokeCommandTest {

    private final CliHarness cli = new CliHarness();
    private final ScriptedAwsAccount aws = new ScriptedAwsAccount();

    @TempDir
    private Path folder;

    @BeforeEach
    void connect() {
        cli.lab.aws = aws;
        aws.testbed = cli.lab.testbed(new TestbedLimits(10, Duration.ofSeconds(5), Duration.ZERO));
    }

    @Test
    void allStepsPassAndTheTestbedIsDeleted() throws Exception {
        assertThat(run()).isZero();

        assertThat(made())
                .containsExactly(
                        "preflight 1",
                        "create smoke [128]",
                        "create smoke [128]",
                        "create smoke [1769]",
                        "create smoke [10240]",
                        "open smoke false",
                        "open smoke false",
                        "open smoke false",
                        "open smoke false",
                        "open smoke false",
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
        assertThat(states()).hasSize(11).allMatch("PASSED"::equals);
        assertThat(json().path("questions").size()).isEqualTo(18);
    }

    /** Every call to the account fails once: the others are made, and the testbed is deleted. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverFailsTheTestbedIsDeleted(int failing) throws Exception {
        aws.failure = problem();
        aws.failingCall = failing;

        assertThat(run()).isEqualTo(1);

        assertThat(made()).endsWith("delete smoke");
        assertThat(states()).hasSize(11).containsOnlyOnce("FAILED");
        assertThat(Files.readString(report()))
                .contains("Broken for [account 1].")
                .doesNotContain("123456789012");
        assertThat(cli.out()).contains("The smoke test failed. Attach " + report());
    }

    @Test
    void problemOfThePreflightChecksCreatesNothing() throws Exception {
        aws.lines.add(
                new PreflightResult("vpc", "New VPC", PreflightResult.State.PROBLEM, "No VPC left.", "Delete one."));

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

    private List<String> states() throws IOException {
        List<String> states = new ArrayList<>();
        json().path("steps").forEach(step -> states.add(step.path("state").asText()));
        return states;
    }
}
