package org.faasnetlab.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsSetupCommandTest {
    private final CliHarness cli = new CliHarness();
    private final ScriptedAwsAccount aws = new ScriptedAwsAccount();

    @BeforeEach
    void connect() {
        cli.lab.aws = aws;
    }

    @Test
    void setupRejectsUnavailableServerTypeBeforeConfirmation() {
        aws.zonesOfferingServers = List.of();

        assertThat(cli.run("aws", "setup", "--yes", "--server-type", "c9in.xlarge"))
                .isEqualTo(2);

        assertThat(cli.err())
                .startsWith(
                        "Instance type c9in.xlarge is not offered in any zone of eu-central-1. Choose another type or Region.");
        assertThat(aws.calls).noneMatch(call -> call.startsWith("create"));
    }

    @Test
    void setupShowsCostAsksAndPrintsEachStep() {
        cli.terminal = true;
        cli.typed.add("y");

        assertThat(cli.run("aws", "setup", "--profile", "work", "--memory", "1769,512"))
                .isZero();

        assertThat(aws.calls).containsExactly("in work null", "plan 8 true", "preflight 8", "create lab [1769, 512]");
        assertThat(cli.out())
                .startsWith("Testbed lab in eu-central-1, account 123456789012 as arn:aws:iam::")
                .contains(" per hour, idle or not; at most ")
                .contains("Testbed lab is ready. Its servers terminate at 12:42.")
                .contains("Measure:  faasnetlab run --testbed lab --profile work --preset iperf3-single")
                .contains("Delete:   faasnetlab aws teardown lab --profile work");
        assertThat(cli.err())
                .contains("Create this testbed? [y/N]")
                .contains("  0:00  Network, bucket, and servers: in progress")
                .contains("  0:00    Vpc (AWS::EC2::VPC): created")
                .contains("  0:00  Network, bucket, and servers: done");
    }

    @Test
    void setupWithoutConfirmationCreatesNothing() {
        cli.terminal = true;
        cli.typed.add("n");

        assertThat(cli.run("aws", "setup")).isZero();

        assertThat(cli.out()).endsWith("Cancelled. No resources were created.\n");
        assertThat(aws.calls).noneMatch(call -> call.startsWith("create"));
    }

    @Test
    void setupWithoutTerminalRequiresYes() {
        assertThat(cli.run("aws", "setup")).isEqualTo(2);
        assertThat(aws.calls).isEmpty();

        assertThat(cli.run("aws", "setup", "--yes")).isZero();
        assertThat(aws.calls).contains("create lab [1769]");
    }

    @Test
    void ctrlCDuringSetupPrintsHowToResumeOrDelete() {
        aws.meanwhile = () -> cli.interrupts.get(0).run();

        assertThat(cli.run("aws", "setup", "--yes", "--region", "eu-central-1")).isEqualTo(130);

        assertThat(cli.err())
                .contains("Resume:   faasnetlab aws setup --continue --testbed lab --region eu-central-1\n")
                .contains("Delete:   faasnetlab aws teardown lab --region eu-central-1\n");
        assertThat(cli.lab.closed).containsExactly("interrupts", "lab");
    }

    @Test
    void setupContinueResumesTestbedOfAnotherComputer() {
        assertThat(cli.run("aws", "setup", "--continue", "--testbed", "other")).isZero();

        assertThat(aws.calls).contains("resume other [1769]");
    }

    @Test
    void failedSetupRemindsOfCosts() {
        aws.failure = new LabException(LabException.Kind.FAILED, "A server did not start.", "Try again.");

        assertThat(cli.run("aws", "setup", "--yes")).isEqualTo(1);

        assertThat(cli.err()).contains("No resources were created.\n").endsWith("A server did not start. Try again.\n");
    }

    @Test
    void failedSetupReportsRunningServers() throws Exception {
        aws.failure = new LabException(LabException.Kind.FAILED, "A server did not start.", "Try again.");
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "CREATE_FAILED", RunRowBuilder.STARTED));

        assertThat(cli.run("aws", "setup", "--yes")).isEqualTo(1);
        assertThat(cli.err())
                .contains("1 server is running and incurs costs until 12:42. Delete the testbed with: faasnetlab aws "
                        + "teardown lab\n");
    }

    @Test
    void failedSetupWithoutServersReportsThatNothingCosts() throws Exception {
        aws.failure = new LabException(LabException.Kind.FAILED, "The VPC was not created.", "Try again.");
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "ROLLBACK_COMPLETE", RunRowBuilder.STARTED));
        aws.runningServers = 0;

        assertThat(cli.run("aws", "setup", "--yes")).isEqualTo(1);
        assertThat(cli.err())
                .contains("No servers are running, so the testbed incurs no costs. Delete what exists with: ");
    }

    @Test
    void problemFoundByTheChecksStopsSetupUnlessForced() {
        aws.lines.add(new PreflightResult(
                "vcpu-quota",
                Phrase.verbatim("vCPU quota"),
                PreflightResult.State.PROBLEM,
                Phrase.verbatim("The quota is 1."),
                Phrase.verbatim("Request more.")));

        assertThat(cli.run("aws", "setup", "--yes", "--functions", "4")).isEqualTo(1);
        assertThat(cli.out()).contains("problem  vCPU quota  The quota is 1.\n");
        assertThat(cli.err())
                .isEqualTo(
                        "No resources were created, because the checks found a problem. To create the testbed anyway, "
                                + "add --force.\n");
        assertThat(aws.calls).contains("preflight 4").noneMatch(call -> call.startsWith("create"));

        assertThat(cli.run("aws", "setup", "--yes", "--force")).isZero();
        assertThat(aws.calls).contains("create lab [1769]");
    }

    @Test
    void existingTestbedIsResumedWithoutChecks() throws Exception {
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "CREATE_IN_PROGRESS", RunRowBuilder.STARTED));

        assertThat(cli.run("aws", "setup", "--yes")).isZero();
        assertThat(aws.calls).noneMatch(call -> call.startsWith("preflight"));
    }

    @Test
    void zoneThatOffersTheTypeIsChosen() {
        aws.zonesOfferingServers = List.of("eu-central-1b", "eu-central-1c");

        assertThat(cli.run("aws", "setup", "--yes")).isZero();
        assertThat(aws.settings.get(0).zone()).isEqualTo("eu-central-1b");
    }

    @Test
    void tagsAreSettings() {
        assertThat(cli.run("aws", "setup", "--yes", "--tag", "team=net", "--tag", "cost-center=4711"))
                .isZero();
        assertThat(aws.settings.get(0).tags()).isEqualTo(Map.of("team", "net", "cost-center", "4711"));
    }

    @Test
    void invalidTagIsRejected() {
        assertThat(cli.run("aws", "setup", "--yes", "--tag", "the team=net")).isEqualTo(2);
        assertThat(cli.err()).startsWith("Invalid tag key \"the team\". Use up to 128 letters");
    }

    @Test
    void setupReportsMissingResponseStreaming() {
        aws.streaming = false;

        cli.run("aws", "setup", "--yes");

        assertThat(cli.out()).contains("Lambda response streaming is unavailable: results appear after each trial.\n");
    }
}
