package org.faasnetlab.workload.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.iperf3.Iperf3Type;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.s3.S3Workload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProbeSettingTest {
    @Test
    void intervalsAreMillisecondsOrOff() {
        assertThat(ProbeSetting.parse("20ms")).isEqualTo(20);
        assertThat(ProbeSetting.parse(" 5 ms ")).isEqualTo(5);
        assertThat(ProbeSetting.parse("1000")).isEqualTo(1000);
        assertThat(ProbeSetting.parse("off")).isNull();
        assertThat(ProbeSetting.format(20)).isEqualTo("20ms");
        assertThat(ProbeSetting.format(null)).isEqualTo("off");
    }

    @Test
    void invalidIntervalsAreRefused() {
        for (String text : new String[] {"", "4ms", "1001ms", "20us", "-20", "2s", "99999999999"}) {
            assertThatThrownBy(() -> ProbeSetting.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected 5ms to 1000ms, or off");
        }
    }

    @Test
    void storedWorkloadsKeepTheirProbes() {
        Workload iperf3 = new Iperf3Workload(Direction.UPLOAD, 10, 1, 100, 0, null, 20, false);
        Workload s3 = new S3Workload(Direction.UPLOAD, DataSize.ofMebibytes(8), 1, DataSize.ofMebibytes(8), 100, 50);
        Workload latency = new LatencyWorkload(Direction.DOWNLOAD, 10, 100, 5);
        for (Workload workload : new Workload[] {iperf3, s3, latency}) {
            assertThat(workload.type().restore(workload.toRecord())).isEqualTo(workload);
        }
    }

    @Test
    void latencyUnderLoadIsStatedBesideTheRateOfTransfers() {
        assertThat(s3(20).metricsBesideRate())
                .containsExactly(ProbeMetrics.LOADED_P50, ProbeMetrics.INFLATION, ProbeMetrics.LOSS);
        assertThat(s3(null).metricsBesideRate()).isEmpty();
    }

    private static Workload s3(@Nullable Integer probeMs) {
        return new S3Workload(Direction.DOWNLOAD, DataSize.ofMebibytes(8), 1, DataSize.ofMebibytes(8), 100, probeMs);
    }

    @Test
    void workloadsFromBeforeProbesHaveNone() {
        WorkloadRecord stored = new WorkloadRecord(Direction.UPLOAD, 1, 10, null, new TreeMap<>(Map.of()));

        Workload restored = Iperf3Type.IPERF3.restore(stored);

        assertThat(restored.probeMs()).isNull();
        assertThat(restored.intervalMetrics()).doesNotContain(ProbeMetrics.RTT);
        assertThat(restored.details()).doesNotContainKey("probe");
    }

    @Test
    void probesAddTheirMetrics() {
        Workload probed = new Iperf3Workload(Direction.UPLOAD, 10, 1, 100, 0, null, 20, false);

        assertThat(probed.intervalMetrics()).contains(ProbeMetrics.RTT, ProbeMetrics.LOST);
        assertThat(probed.functionMetrics()).contains(ProbeMetrics.LOADED_P99, ProbeMetrics.TCP_EFFICIENCY);
    }
}
