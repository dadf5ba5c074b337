package org.faasnetlab.workload.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.faasnetlab.measure.Direction;
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
