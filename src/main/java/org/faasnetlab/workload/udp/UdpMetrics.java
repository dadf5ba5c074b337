package org.faasnetlab.workload.udp;

import java.util.List;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metric.Aggregation;
import org.faasnetlab.workload.Metric.Better;
import org.faasnetlab.workload.Metric.Unit;
import org.faasnetlab.workload.Metrics;

/**
 * What the receiver of datagrams counts: the function of downloads, and the server of uploads, whose intervals the function
 * gets with the end of the test.
 */
public final class UdpMetrics {
    /**
     * Datagrams that were sent, as far as the receiver knows: up to the last that arrived, and those after it by the sender's count if they
     * are a second's worth or more.
     */
    public static final Metric DATAGRAMS =
            new Metric("udp_datagrams", "Datagrams", Unit.COUNT, Aggregation.SUM, Aggregation.SUM, Better.NEITHER);

    /** Those of {@link #DATAGRAMS} that did not arrive. */
    public static final Metric LOST =
            new Metric("udp_lost", "Lost datagrams", Unit.COUNT, Aggregation.SUM, Aggregation.SUM, Better.LOWER);

    /** {@link #LOST} per {@link #DATAGRAMS}. */
    public static final Metric LOSS =
            new Metric("udp_loss", "UDP loss", Unit.RATIO, Aggregation.MEAN, Aggregation.MEAN, Better.LOWER);

    /**
     * Interarrival jitter of RFC 3550, section 6.4.1: the running estimate at the end of an interval; of a function, the mean over its
     * intervals, or the estimate at the end if there are none.
     */
    public static final Metric JITTER = new Metric(
            "udp_jitter_us", "UDP jitter", Unit.MICROSECONDS, Aggregation.MEDIAN, Aggregation.MEDIAN, Better.LOWER);

    /** Datagrams that arrived after a later one. */
    public static final Metric REORDERED = new Metric(
            "udp_reordered", "Reordered datagrams", Unit.COUNT, Aggregation.SUM, Aggregation.SUM, Better.LOWER);

    /** The rate at which payload was sent, as the sender counted it. In intervals, only a function that sends knows it. */
    public static final Metric OFFERED = new Metric(
            UdpTask.OFFERED_RATE,
            "Offered rate",
            Unit.BITS_PER_SECOND,
            Aggregation.SUM,
            Aggregation.MEAN,
            Better.NEITHER);

    /** Intervals for which the server of an upload has counted what it received; one is the whole test. */
    public static final Metric RECEIVER_INTERVALS = new Metric(
            "udp_receiver_intervals",
            "Intervals of the server",
            Unit.COUNT,
            Aggregation.SUM,
            Aggregation.SUM,
            Better.NEITHER);

    static final List<Metric> OF_INTERVALS = List.of(Metrics.BANDWIDTH, OFFERED, DATAGRAMS, LOST, LOSS, JITTER);

    static final List<Metric> OF_FUNCTIONS = Metrics.withClock(
            Metrics.BANDWIDTH, OFFERED, DATAGRAMS, LOST, LOSS, JITTER, REORDERED, RECEIVER_INTERVALS, Metrics.CPU);

    private UdpMetrics() {}
}
