package org.faasnetlab.workload.udp;

import java.util.List;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metric.Aggregation;
import org.faasnetlab.workload.Metric.Better;
import org.faasnetlab.workload.Metric.Unit;
import org.faasnetlab.workload.Metrics;

/**
 * What the receiver of datagrams counts. In intervals it is known where the function receives, for downloads; the totals of
 * a function are known in both directions.
 */
public final class UdpMetrics {
    /** Datagrams that were sent. */
    public static final Metric DATAGRAMS =
            new Metric("udp_datagrams", "Datagrams", Unit.COUNT, Aggregation.SUM, Aggregation.SUM, Better.NEITHER);

    /** Datagrams that did not arrive. */
    public static final Metric LOST =
            new Metric("udp_lost", "Lost datagrams", Unit.COUNT, Aggregation.SUM, Aggregation.SUM, Better.LOWER);

    /** Lost datagrams per sent one. */
    public static final Metric LOSS =
            new Metric("udp_loss", "UDP loss", Unit.RATIO, Aggregation.MEAN, Aggregation.MEAN, Better.LOWER);

    /** Interarrival jitter of RFC 3550, section 6.4.1. */
    public static final Metric JITTER = new Metric(
            "udp_jitter_us", "UDP jitter", Unit.MICROSECONDS, Aggregation.MEDIAN, Aggregation.MEDIAN, Better.LOWER);

    /** Datagrams that arrived after a later one. */
    public static final Metric REORDERED = new Metric(
            "udp_reordered", "Reordered datagrams", Unit.COUNT, Aggregation.SUM, Aggregation.SUM, Better.LOWER);

    static final List<Metric> OF_INTERVALS = List.of(Metrics.BANDWIDTH, DATAGRAMS, LOST, LOSS, JITTER);

    static final List<Metric> OF_FUNCTIONS =
            List.of(Metrics.BANDWIDTH, DATAGRAMS, LOST, LOSS, JITTER, REORDERED, Metrics.CPU);

    private UdpMetrics() {}
}
