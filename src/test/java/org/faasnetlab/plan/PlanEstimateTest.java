package org.faasnetlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.DataSize;
import org.junit.jupiter.api.Test;

class PlanEstimateTest {
    @Test
    void trialsAreTheProductOfTheFactors() throws Exception {
        PlanEstimate estimate = estimate("iperf3-single", "functions=1,4", "streams=1,2,8", "repeats=5", "pause=3");
        assertThat(estimate.trials()).isEqualTo(30);
        assertThat(estimate.functions()).isEqualTo(15 + 4 * 15);
        assertThat(estimate.duration()).isEqualTo(Duration.ofMillis(30 * 11_500 + 29 * 3_000));
    }

    @Test
    void bytesOfIperf3AreBurstAndBaseline() throws Exception {
        PlanEstimate estimate = estimate("iperf3-single");
        assertThat(estimate.bytesAtMost()).isEqualTo(new DataSize((300L << 20) + 10 * 78_125_000L));
    }

    @Test
    void aSharedHostLinkBoundsTheBytes() throws Exception {
        PlanEstimate estimate = estimate("iperf3-concurrent");
        assertThat(estimate.bytesAtMost()).isEqualTo(new DataSize(4 * 125_000_000L * 10));
    }

    @Test
    void iperf3IsUnboundedOnUnlimitedLink() throws Exception {
        assertThat(estimate("iperf3-single", "link=unlimited").bytesAtMost()).isNull();
        assertThat(estimate("iperf3-single", "link=unlimited", "functions=1,2").bytesAtMost())
                .isNull();
    }

    @Test
    void bytesOfS3AreThoseOfTheObjects() throws Exception {
        PlanEstimate estimate = estimate("s3-download", "link=unlimited", "functions=3", "objectMiB=10,20");
        assertThat(estimate.bytesAtMost()).isEqualTo(DataSize.ofMebibytes(90));
    }

    @Test
    void bytesOfDatagramsAreThoseThatAreSent() throws Exception {
        assertThat(estimate("udp-capacity", "rate=100Gbit", "seconds=3", "network=kernel", "link=50Mbit")
                        .bytesAtMost())
                .isEqualTo(new DataSize(37_500_000_000L));
        assertThat(estimate("udp-capacity", "rate=100Gbit", "seconds=3", "link=unlimited")
                        .bytesAtMost())
                .isEqualTo(new DataSize(37_500_000_000L));
    }

    @Test
    void bytesOfACapacitySearchAreItsHighestRateAndTcp() throws Exception {
        PlanEstimate estimate = estimate(
                "capacity",
                "maxRate=200Mbit",
                "seconds=30",
                "network=kernel",
                "link=80Mbit",
                "functions=2",
                "direction=download");
        assertThat(estimate.bytesAtMost()).isEqualTo(new DataSize(2 * (30 * 25_000_000L + 4 * 10_000_000L)));
        assertThat(estimate("capacity", "link=unlimited").bytesAtMost()).isNull();
    }

    @Test
    void bytesOfProbesAreTheirDatagrams() throws Exception {
        // 2 s before, 3 s, 3.5 s after; a probe and its echo have 48 bytes each.
        assertThat(estimate("latency", "seconds=3", "probe=10ms", "link=625Mbit")
                        .bytesAtMost())
                .isEqualTo(new DataSize(850 * 96));
    }

    @Test
    void moreThanHundredThousandTrialsAreRejectedWithoutCreatingThem() {
        String all = IntStream.rangeClosed(1, 10_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThatThrownBy(() -> estimate("s3-download", "functions=" + all, "objectMiB=1,2,3", "repeats=1000"))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage("The experiment has 30000000 trials; the maximum is 100000.");
    }

    @Test
    void testLongerThanFunctionLifetimeIsRejected() throws Exception {
        assertThat(estimate("iperf3-single", "seconds=870").trials()).isEqualTo(1);
        assertThatThrownBy(() -> estimate("iperf3-single", "seconds=860", "omit=11"))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("871 seconds");
    }

    private static PlanEstimate estimate(String preset, String... settings) throws LabException {
        return PlanEstimate.of(SETTINGS.apply(PRESETS.byName(preset).plan(), List.of(settings)));
    }

    @Test
    void runOfManyDaysIsRejected() throws Exception {
        ExperimentPlan plan =
                SETTINGS.apply(PRESETS.byName("iperf3-single").plan(), List.of("seconds=870", "repeats=1000"));

        assertThatThrownBy(() -> PlanEstimate.of(plan))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("about 10 days; the maximum is 7");
    }
}
