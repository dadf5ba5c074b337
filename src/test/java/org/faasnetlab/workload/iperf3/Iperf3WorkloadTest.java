package org.faasnetlab.workload.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.junit.jupiter.api.Test;

class Iperf3WorkloadTest {
    private static final Iperf3Workload PLAIN = new Iperf3Workload(Direction.UPLOAD, 10, 1, 100, 0, null);
    private static final Iperf3Workload ALL = new Iperf3Workload(Direction.UPLOAD, 10, 1, 100, 0, "cubic", 20, true);

    @Test
    void optionsAddTheirMetrics() {
        assertThat(ALL.intervalMetrics())
                .contains(TcpMetrics.RTT, TcpMetrics.CONGESTION_WINDOW, TcpMetrics.PATH_MTU, ProbeMetrics.RTT);
        assertThat(PLAIN.intervalMetrics()).isEqualTo(Iperf3Type.IPERF3.intervalMetrics());
    }

    @Test
    void whatTcpKnowsIsSummarizedAndMissingInDownloads() {
        assertThat(ALL.functionMetrics()).containsAll(TcpMetrics.ALL);
        assertThat(PLAIN.functionMetrics()).doesNotContain(TcpMetrics.RTT);
        assertThat(ALL.metricsBesideRate()).contains(Metrics.RETRANSMITS, TcpMetrics.RTT, ProbeMetrics.INFLATION);
        assertThat(PLAIN.metricsBesideRate()).isEmpty();

        Iperf3Settings reporting = new Iperf3Settings(10, List.of(1), 0, null, null, true);
        assertThat(reporting.notice(1, List.of(Direction.UPLOAD, Direction.DOWNLOAD)))
                .contains(TcpMetrics.ONLY_WHERE_SENT);
        assertThat(reporting.notice(1, List.of(Direction.BOTH))).isPresent();
        assertThat(reporting.notice(1, List.of(Direction.UPLOAD))).isEmpty();
        assertThat(Iperf3Settings.USUAL.notice(1, List.of(Direction.DOWNLOAD))).isEmpty();
    }

    @Test
    void optionsAreStoredOnlyWhereTheyAreOn() {
        assertThat(ALL.details()).containsEntry("tcpInfo", "on").containsEntry("probe", "20ms");
        assertThat(PLAIN.details()).doesNotContainKeys("tcpInfo", "probe");
        assertThat(Iperf3Type.IPERF3.restore(ALL.toRecord())).isEqualTo(ALL);
        assertThat(Iperf3Type.IPERF3.restore(PLAIN.toRecord())).isEqualTo(PLAIN);
    }

    @Test
    void tcpDetailsAreOnOrOff() {
        assertThat(Iperf3Settings.isOn(" on ")).isTrue();
        assertThat(Iperf3Settings.isOn("off")).isFalse();
        assertThatThrownBy(() -> Iperf3Settings.isOn("yes")).hasMessage("expected on or off");
    }
}
