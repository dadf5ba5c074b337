package org.faasnetlab.workload.capacity;

import java.util.List;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metric.Aggregation;
import org.faasnetlab.workload.Metric.Better;
import org.faasnetlab.workload.Metric.Unit;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.udp.UdpMetrics;

/**
 * The results of a search for the IP-layer capacity, comparable to that of RFC 9097. Rates at the IP layer contain the headers of IP and of UDP or
 * TCP. Bandwidth, as everywhere, is payload, here the mean of the whole search.
 */
public final class CapacityMetrics {
    /** The highest rate that arrived twice within the limits of loss and reordering. */
    public static final Metric CAPACITY = rate("capacity_bit_per_s", "IP-layer capacity", Better.HIGHER);

    /** The highest rate that arrived in any step within the limits, which a token bucket may carry once. */
    public static final Metric MAXIMUM = rate("capacity_max_bit_per_s", "Maximum IP-layer rate", Better.HIGHER);

    /** The lowest rate that was sent and not carried; unknown if all were, or if TCP has carried more. */
    public static final Metric EXCEEDED =
            rate("capacity_exceeded_bit_per_s", "Lowest IP-layer rate not carried", Better.NEITHER);

    /** Lost share at the capacity; without one, of the step that lost least. */
    public static final Metric LOSS = ratio("capacity_loss", "Loss at the capacity", Better.LOWER);

    /** Reordered share of the same step. */
    public static final Metric REORDERING = ratio("capacity_reordering", "Reordering at the capacity", Better.LOWER);

    /** What TCP reaches in a test after the search, at the IP layer. */
    public static final Metric TCP = rate("capacity_tcp_bit_per_s", "TCP at the IP layer", Better.HIGHER);

    /** TCP's rate as a share of the capacity; unknown if that is a lower bound, or if TCP's rate is more than 5 % above it. */
    public static final Metric TCP_SHARE = ratio("capacity_tcp_share", "TCP share of the capacity", Better.HIGHER);

    /** UDP tests of the search. */
    public static final Metric STEPS = count("capacity_steps", "Steps of the search");

    /** 1 if the search came to its end and measured its result twice, else 0. */
    public static final Metric CONFIRMED = count("capacity_confirmed", "Searches that came to their end");

    /** 1 if sender or receiver, not the network, was the limit, which also TCP shows if it carries more; else 0. */
    public static final Metric SENDER_LIMITED =
            count("capacity_sender_limited", "Searches limited by sender or receiver");

    /** 1 if no datagram arrived before the first step, so that only TCP was measured, else 0. */
    public static final Metric UDP_BLOCKED = count("capacity_udp_blocked", "Searches without UDP");

    static final List<Metric> OF_INTERVALS = List.of(
            Metrics.BANDWIDTH,
            UdpMetrics.OFFERED,
            UdpMetrics.DATAGRAMS,
            UdpMetrics.LOST,
            UdpMetrics.LOSS,
            UdpMetrics.JITTER);

    static final List<Metric> OF_FUNCTIONS = List.of(
            Metrics.BANDWIDTH,
            CAPACITY,
            MAXIMUM,
            EXCEEDED,
            LOSS,
            REORDERING,
            TCP,
            TCP_SHARE,
            STEPS,
            CONFIRMED,
            SENDER_LIMITED,
            UDP_BLOCKED,
            Metrics.CPU);

    private CapacityMetrics() {}

    private static Metric rate(String id, String label, Better better) {
        return new Metric(id, label, Unit.BITS_PER_SECOND, Aggregation.SUM, Aggregation.MEAN, better);
    }

    private static Metric ratio(String id, String label, Better better) {
        return new Metric(id, label, Unit.RATIO, Aggregation.MEDIAN, Aggregation.MEDIAN, better);
    }

    private static Metric count(String id, String label) {
        return new Metric(id, label, Unit.COUNT, Aggregation.SUM, Aggregation.SUM, Better.NEITHER);
    }
}
