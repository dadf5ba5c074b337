package org.faasnetlab.chart.timeline;

import java.util.Optional;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.iperf3.TcpMetrics;
import org.faasnetlab.workload.udp.UdpMetrics;

/**
 * A metric of intervals over time.
 *
 * @param curve x in seconds after T0, y in the unit in which the metric is shown: all functions, aggregated as the metric states it
 */
public record MetricCurve(Metric metric, Curve curve) {
    /**
     * What shows how well the transport protocol got through: loss of datagrams, else TCP's round-trip time if it is reported and no probes
     * measure one, else retransmits. Empty if the workload reports none of them.
     */
    public static Optional<Metric> transportOf(Workload workload) {
        if (workload.intervalMetrics().contains(UdpMetrics.LOSS)) {
            return Optional.of(UdpMetrics.LOSS);
        }
        if (workload.intervalMetrics().contains(TcpMetrics.RTT) && workload.probeMs() == null) {
            return Optional.of(TcpMetrics.RTT);
        }
        return workload.intervalMetrics().contains(Metrics.RETRANSMITS)
                ? Optional.of(Metrics.RETRANSMITS)
                : Optional.empty();
    }

    /** Whether there is something to see: values that are all 0 say no more than a line of text. */
    boolean hasShape() {
        return curve.size() > 0 && curve.highest() > 0;
    }
}
