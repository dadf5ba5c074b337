package org.faasnetlab.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.cli.ScriptedAwsAccount;
import org.faasnetlab.testing.run.StubTestbed;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs with {@code --testbed}, on a testbed on AWS. */
class RunOnAwsTestbedTest {
    private final CliHarness cli = new CliHarness();
    private final ScriptedAwsAccount aws = new ScriptedAwsAccount();

    @BeforeEach
    void connect() {
        cli.lab.aws = aws;
    }

    @Test
    void runIgnoresSimulatedNetworkAndKeepsTestbed() throws Exception {
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "CREATE_COMPLETE", RunRowBuilder.STARTED));
        aws.testbed = cli.lab.testbed(new TestbedLimits(10, Duration.ZERO, Duration.ZERO, ResponseMode.BUFFERED));

        assertThat(cli.run("run", "--testbed", "lab", "--profile", "work", "--outside", "--preset", "iperf3-single"))
                .isZero();

        assertThat(aws.calls).contains("in work null", "open lab true");
        assertThat(cli.lab.started())
                .singleElement()
                .satisfies(plan -> assertThat(Setting.LINK.read(plan)).isEqualTo("unlimited"));
        assertThat(cli.out())
                .contains("Ignoring the simulated network of this plan: AWS testbeds use the real network.\n")
                .contains("Lambda response streaming is unavailable: results appear after each trial.\n")
                .contains("On AWS, the functions and their S3 requests would cost about ")
                .contains("Testbed lab still exists; its servers terminate in 1 h 59 min. Server cost so far: $")
                .endsWith("Delete it with: faasnetlab aws teardown lab --profile work\n");
        assertThat(cli.lab.closed).containsExactly("testbed", "lab", "interrupts");
        assertThat(cli.lab.asked()).isEmpty();
    }

    @Test
    void quotaOutsideTheVpcIsNoticedInside() throws Exception {
        StubTestbed testbed = new StubTestbed("lab");
        testbed.functionLimit = Bandwidth.ofMegabits(625);
        aws.stacks.add(ScriptedAwsAccount.stack("lab", "CREATE_COMPLETE", RunRowBuilder.STARTED));
        aws.testbed = testbed;

        assertThat(cli.run("run", "--testbed", "lab", "--preset", "network-quota", "--yes"))
                .isZero();

        assertThat(cli.out()).contains("Functions of this testbed are limited to 625 Mbit/s after their burst");
    }

    @Test
    void probesNeedPortsToo() {
        aws.noCapacity = new LabException(LabException.Kind.FAILED, "Too many.", "Use fewer.");

        cli.run("run", "--testbed", "lab", "-p", "s3-download", "-s", "functions=500");
        cli.run("run", "--testbed", "lab", "-p", "s3-download", "-s", "functions=500", "-s", "probe=20ms");

        assertThat(aws.calls).contains("requireCapacity lab false 500", "requireCapacity lab false 500 iperf3");
    }

    @Test
    void runAboveCapacityIsRejectedBeforeOpening() {
        aws.noCapacity = new LabException(
                LabException.Kind.FAILED,
                "10,000 concurrent functions exceed the capacity of the testbed.",
                "Set functions to 100.");

        assertThat(cli.run("run", "--testbed", "lab", "-p", "iperf3-concurrent", "-s", "functions=4,10000"))
                .isEqualTo(1);

        assertThat(cli.err())
                .startsWith("10,000 concurrent functions exceed the capacity of the testbed. Set functions to 100.");
        assertThat(aws.calls).containsExactly("in null null", "requireCapacity lab false 10000 iperf3");
        assertThat(cli.lab.started()).isEmpty();
    }

    @Test
    void runSucceedsAlthoughCostIsUnknown() {
        aws.testbed = cli.lab.testbed(new TestbedLimits(10, Duration.ZERO, Duration.ZERO));
        aws.findFailure = new LabException(
                LabException.Kind.FAILED, "AWS is not reachable from this computer.", "Check the network.");

        assertThat(cli.run("run", "--testbed", "lab", "--preset", "iperf3-single"))
                .isZero();

        assertThat(cli.out())
                .contains("Testbed lab still exists; its cost is unknown. AWS is not reachable from this computer.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--outside, require an AWS testbed",
        "--profile work, require an AWS testbed",
        "--testbed lab --ports 5201-5210, apply only to the local testbed",
        "--testbed lab --server example.org, apply only to the local testbed"
    })
    void optionsOfOtherTestbedKindAreRejected(String options, String sentence) {
        assertThat(cli.run(("run --preset iperf3-single " + options).split(" ")))
                .isEqualTo(2);

        assertThat(cli.err()).contains(sentence);
    }

    @Test
    void ctrlCWhileOpeningStopsImmediately() {
        aws.meanwhile = () -> cli.interrupts.get(0).run();

        assertThat(cli.run("run", "--testbed", "lab", "-p", "iperf3-single")).isEqualTo(ExitCode.STOPPED);
        assertThat(cli.err()).isEqualTo("Cancelled before anything was measured.\n");
        assertThat(cli.lab.closed).containsExactly("lab", "interrupts");
        assertThat(Thread.interrupted()).isFalse();
    }
}
