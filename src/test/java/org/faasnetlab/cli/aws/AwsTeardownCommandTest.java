package org.faasnetlab.cli.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.faasnetlab.testbed.aws.deletion.BlockedAction;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.LeftoverResource;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsTeardownCommandTest {
    private final CliHarness cli = new CliHarness();
    private final ScriptedAwsAccount aws = new ScriptedAwsAccount();

    @BeforeEach
    void connect() {
        cli.lab.aws = aws;
    }

    @Test
    void teardownReportsNothingLeft() throws Exception {
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "CREATE_COMPLETE", RunRowBuilder.STARTED));

        assertThat(cli.run("aws", "teardown", "lab", "--yes")).isZero();

        assertThat(cli.out())
                .contains("All resources of faasnetlab-lab are deleted.\n")
                .contains("Total server cost: about $");
        assertThat(cli.err()).contains("Terminate servers: done, none running");
    }

    @Test
    void teardownListsLeftoversAndExitsWithOne() {
        aws.report = new DeletionReport(
                "faasnetlab-lab",
                List.of(new LeftoverResource("bucket", "b-1")),
                List.of(),
                List.of(new BlockedAction("s3:DeleteBucket", "The account does not let you.", "Ask.")));

        assertThat(cli.run("aws", "teardown", "--testbed", "lab", "--yes")).isEqualTo(1);

        assertThat(cli.out())
                .contains("1 resource of faasnetlab-lab is left.\n  bucket b-1\n")
                .contains("s3:DeleteBucket: The account does not let you. Ask.\n")
                .endsWith("Resume:  faasnetlab aws teardown lab\n");
    }

    @Test
    void teardownAsksAndCtrlCPrintsHowToResume() {
        assertThat(cli.run("aws", "teardown", "lab")).isEqualTo(2);
        assertThat(cli.run("aws", "teardown")).isEqualTo(2);
        assertThat(cli.run("aws", "teardown", "*", "--yes")).isEqualTo(2);
        assertThat(aws.calls).isEmpty();

        cli.terminal = true;
        cli.typed.add("");
        assertThat(cli.run("aws", "teardown", "lab")).isZero();
        assertThat(cli.out()).endsWith("Cancelled. No resources were deleted.\n");

        cli.typed.add("yes");
        aws.meanwhile = () -> cli.interrupts.get(0).run();
        assertThat(cli.run("aws", "teardown", "lab")).isEqualTo(130);
        assertThat(cli.err()).endsWith("Resume:  faasnetlab aws teardown lab\n");
    }
}
