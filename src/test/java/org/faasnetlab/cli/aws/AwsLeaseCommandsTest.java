package org.faasnetlab.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.measuring.MeasurementLock;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Extending a lease, and who measures on a testbed. */
class AwsLeaseCommandsTest {
    private static final MeasurementLock.Holder ADA = new MeasurementLock.Holder(
            "one", "user/ada", "lab-pc", RunRowBuilder.STARTED, RunRowBuilder.STARTED.plus(Duration.ofMinutes(10)));

    private final CliHarness cli = new CliHarness();
    private final ScriptedAwsAccount aws = new ScriptedAwsAccount();

    @BeforeEach
    void connect() throws Exception {
        cli.lab.aws = aws;
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "CREATE_COMPLETE", RunRowBuilder.STARTED));
    }

    @Test
    void leaseIsExtended() {
        assertThat(cli.run("aws", "extend", "lab", "--by", "90min", "--yes")).isZero();

        assertThat(aws.calls).endsWith("extend lab PT1H30M");
        assertThat(cli.out()).isEqualTo("""
                        The servers of testbed lab cost $0.23 per hour.
                        The servers of testbed lab terminate at 2026-11-23 14:12.
                        """);
    }

    @Test
    void invalidExtensionIsRejected() {
        assertThat(cli.run("aws", "extend", "lab", "--by", "forever", "--yes")).isEqualTo(2);
        assertThat(cli.err()).startsWith("Invalid value --by=forever: expected 1min to 24h.");
        assertThat(aws.calls).isEmpty();
    }

    @Test
    void missingTestbedIsReported() {
        assertThat(cli.run("aws", "extend", "other", "--yes")).isEqualTo(2);
        assertThat(cli.err()).startsWith("Testbed \"other\" does not exist in eu-central-1.");
    }

    @Test
    void statusNamesTheUserWhoMeasures() {
        aws.holder = ADA;

        assertThat(cli.run("aws", "status")).isZero();
        assertThat(cli.out()).contains("\nIn use: user/ada on lab-pc measures on testbed lab.\n");
    }

    @Test
    void otherUsersRunIsStopped() {
        aws.holder = ADA;

        assertThat(cli.run("aws", "release", "lab", "--yes")).isZero();
        assertThat(aws.calls).endsWith("release lab one");
        assertThat(cli.out()).isEqualTo("""
                        In use: user/ada on lab-pc measures on testbed lab.
                        Testbed lab is free. The other run stops before its next trial.
                        """);
    }

    @Test
    void freeTestbedNeedsNoRelease() {
        assertThat(cli.run("aws", "release", "lab", "--yes")).isZero();
        assertThat(cli.out()).isEqualTo("Nobody measures on testbed lab.\n");
    }

    @Test
    void doctorNamesTheFirstProblemInASentence() {
        aws.lines.add(new PreflightResult(
                "stack",
                Phrase.verbatim("Stack"),
                PreflightResult.State.OK,
                Phrase.verbatim("Created."),
                Phrase.verbatim("")));
        aws.lines.add(new PreflightResult(
                "servers",
                Phrase.verbatim("Servers"),
                PreflightResult.State.PROBLEM,
                Phrase.verbatim("No servers."),
                Phrase.verbatim("Wait.")));

        assertThat(cli.run("aws", "doctor", "lab")).isEqualTo(1);

        assertThat(cli.out()).isEqualTo("""
                        ok       Stack            Created.
                        problem  Servers          No servers.
                                                  Wait.

                        1 ok, 0 warnings, 1 problem, 0 unknown.
                        What is wrong: No servers.
                        """);
    }

    @Test
    void doctorNamesTheFirstWarningIfThereIsNoProblem() throws Exception {
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "UPDATE_COMPLETE", RunRowBuilder.STARTED));
        aws.lines.add(new PreflightResult(
                "lease",
                Phrase.verbatim("Lease"),
                PreflightResult.State.WARNING,
                Phrase.verbatim("The lease expires in 3 minutes."),
                Phrase.verbatim("Extend it.")));

        assertThat(cli.run("aws", "doctor", "lab")).isZero();

        assertThat(cli.out())
                .endsWith("No problem was found for certain. What may be wrong: The lease expires in 3 minutes.\n");
    }

    @Test
    void doctorOfAMissingTestbedIsReported() {
        assertThat(cli.run("aws", "doctor", "other")).isEqualTo(2);
        assertThat(cli.err()).startsWith("No testbed \"other\" in eu-central-1.");
    }
}
