package org.faasnetlab.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.Transfer;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.testbed.LinkProfile;
import org.faasnetlab.testbed.NetworkSettings;
import org.faasnetlab.testbed.TestbedLimits;
import org.junit.jupiter.api.Test;

class EstimatorTest {
    private static final TestbedLimits NO_COLD_START = new TestbedLimits(1000, Duration.ZERO, Duration.ZERO);

    @Test
    void aFixedLinkGivesItsRateTimesTheLengthForEachFunction() {
        ExperimentPlan plan = iperf3(4).withNetwork(network("100Mbit", 1, null));

        Estimate estimate = Estimator.of(plan, NO_COLD_START);

        assertThat(estimate.time()).isEqualTo(Duration.ofSeconds(10));
        assertThat(estimate.bytes()).isEqualTo(new DataSize(4 * 10 * 100_000_000L / 8));
    }

    @Test
    void aBurstAddsItsBucketToTheRate() {
        ExperimentPlan plan = iperf3(1).withNetwork(new NetworkSettings(LinkProfile.LAMBDA, 1, null));

        assertThat(Estimator.of(plan, NO_COLD_START).bytes())
                .isEqualTo(new DataSize(10 * 625_000_000L / 8 + (300L << 20)));
    }

    @Test
    void aShortTestInsideTheBurstIsBoundByThePeak() {
        ExperimentPlan plan = iperf3(1).withSeconds(1).withNetwork(network("8Mbit+1GiB@80Mbit", 1, null));

        assertThat(Estimator.of(plan, NO_COLD_START).bytes()).isEqualTo(new DataSize(10_000_000));
    }

    @Test
    void theLinksOfTheHostsInUseBoundAllFunctionsTogether() {
        ExperimentPlan plan = iperf3(2).withNetwork(network("1Gbit", 8, Bandwidth.ofMegabits(100)));

        assertThat(Estimator.of(plan, NO_COLD_START).bytes()).isEqualTo(new DataSize(2 * 10 * 100_000_000L / 8));
    }

    @Test
    void nothingBoundsTheBytesOfALinkWithoutALimit() {
        assertThat(Estimator.of(iperf3(4), NO_COLD_START).bytes()).isNull();
    }

    @Test
    void anObjectGivesExactBytesAndATimeOnlyWithALimit() {
        ExperimentPlan open = TestPlans.plan("s3", Transfer.S3, List.of(3));
        ExperimentPlan limited = open.withNetwork(network("512Mbit", 1, null));

        assertThat(Estimator.of(open, NO_COLD_START).bytes()).isEqualTo(new DataSize(3 * (64L << 20)));
        assertThat(Estimator.of(open, NO_COLD_START).time()).isNull();
        assertThat(Estimator.of(limited, NO_COLD_START).time()).isEqualTo(Duration.ofMillis(1049));
    }

    @Test
    void everyCellOfEveryRepetitionIsATrialAndPausesLieBetween() {
        ExperimentPlan plan = TestPlans.plan("sweep", Transfer.IPERF3, List.of(1, 2, 4))
                .withRepeats(2)
                .withPause(Duration.ofSeconds(3));

        Estimate estimate = Estimator.of(plan, NO_COLD_START);

        assertThat(estimate.trials()).isEqualTo(6);
        assertThat(estimate.functions()).isEqualTo(4);
        assertThat(estimate.time()).isEqualTo(Duration.ofSeconds(6 * 10 + 5 * 3));
    }

    @Test
    void onlyFunctionsThatAreNotThereYetStartCold() {
        TestbedLimits limits = new TestbedLimits(1000, Duration.ofSeconds(1), Duration.ofMillis(100));
        ExperimentPlan plan =
                TestPlans.plan("sweep", Transfer.IPERF3, List.of(1, 3)).withRepeats(2);

        assertThat(Estimator.of(plan, limits).time()).isEqualTo(Duration.ofMillis(4 * 10_000 + 1000 + 1100));
    }

    private static ExperimentPlan iperf3(int functions) {
        return TestPlans.plan("iperf3", Transfer.IPERF3, List.of(functions));
    }

    private static NetworkSettings network(String link, int hosts, Bandwidth hostLink) {
        return new NetworkSettings(LinkProfile.parse(link), hosts, hostLink);
    }
}
