package org.faasnetlab.workload.latency;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metric.Aggregation;
import org.faasnetlab.workload.Metric.Better;
import org.faasnetlab.workload.Metric.Unit;

/**
 * The metrics of latency probes. Functions report them under these names; see {@code ProbeResults} in the function's code for how they
 * are calculated.
 */
public final class ProbeMetrics {
    /** Median of the round trips that ended in an interval. */
    public static final Metric RTT = times("probe_rtt_us", "Probe RTT", Aggregation.MEDIAN);

    /** Longest of the round trips that ended in an interval. */
    public static final Metric RTT_MAX = times("probe_rtt_max_us", "Longest probe RTT", Aggregation.P95);

    /** Probes that were not answered: within a second for an interval, at all for a function. */
    public static final Metric LOST = count("probes_lost", "Probes lost");

    public static final Metric IDLE_P50 = times("idle_rtt_p50_us", "Idle RTT, median", Aggregation.MEDIAN);
    public static final Metric IDLE_P95 = times("idle_rtt_p95_us", "Idle RTT, 95th percentile", Aggregation.MEDIAN);
    public static final Metric IDLE_P99 = times("idle_rtt_p99_us", "Idle RTT, 99th percentile", Aggregation.MEDIAN);
    public static final Metric LOADED_P50 = times("loaded_rtt_p50_us", "Loaded RTT, median", Aggregation.MEDIAN);
    public static final Metric LOADED_P95 =
            times("loaded_rtt_p95_us", "Loaded RTT, 95th percentile", Aggregation.MEDIAN);
    public static final Metric LOADED_P99 =
            times("loaded_rtt_p99_us", "Loaded RTT, 99th percentile", Aggregation.MEDIAN);
    public static final Metric AFTER_P50 = times("after_rtt_p50_us", "RTT after load, median", Aggregation.MEDIAN);

    /** Loaded median minus idle median. */
    public static final Metric INFLATION = times("rtt_inflation_us", "RTT inflation", Aggregation.MEDIAN);

    public static final Metric DELAY_UP = times("delay_up_p50_us", "Delay to the server", Aggregation.MEDIAN);
    public static final Metric DELAY_DOWN = times("delay_down_p50_us", "Delay to the function", Aggregation.MEDIAN);
    public static final Metric JITTER_UP = times("jitter_up_us", "Jitter to the server", Aggregation.MEDIAN);
    public static final Metric JITTER_DOWN = times("jitter_down_us", "Jitter to the function", Aggregation.MEDIAN);

    /** Probes that were sent during the transfer. */
    public static final Metric SENT =
            new Metric("probes_sent", "Probes sent", Unit.COUNT, Aggregation.SUM, Aggregation.SUM, Better.NEITHER);

    public static final Metric LATE = count("probes_late", "Probes answered late");

    public static final Metric LOSS =
            new Metric("probe_loss", "Probe loss", Unit.RATIO, Aggregation.MEAN, Aggregation.MEAN, Better.LOWER);

    public static final Metric ROUND_TRIPS = new Metric(
            "round_trips_per_minute",
            "Round trips per minute",
            Unit.COUNT,
            Aggregation.MEDIAN,
            Aggregation.MEDIAN,
            Better.HIGHER);

    /** Buffer delay percentage of RFC 6349: increase of the mean RTT over the smallest one without load, as a ratio. */
    public static final Metric BUFFER_DELAY = new Metric(
            "buffer_delay", "Buffer delay", Unit.RATIO, Aggregation.MEDIAN, Aggregation.MEDIAN, Better.LOWER);

    /** TCP efficiency percentage of RFC 6349: share of the transmitted bytes that were not retransmitted. */
    public static final Metric TCP_EFFICIENCY = new Metric(
            "tcp_efficiency", "TCP efficiency", Unit.RATIO, Aggregation.MEDIAN, Aggregation.MEDIAN, Better.HIGHER);

    private static final List<Metric> OF_INTERVALS = List.of(RTT, RTT_MAX, LOST);

    private static final List<Metric> OF_FUNCTIONS = List.of(
            IDLE_P50,
            IDLE_P95,
            IDLE_P99,
            LOADED_P50,
            LOADED_P95,
            LOADED_P99,
            AFTER_P50,
            INFLATION,
            DELAY_UP,
            DELAY_DOWN,
            JITTER_UP,
            JITTER_DOWN,
            SENT,
            LOST,
            LATE,
            LOSS,
            ROUND_TRIPS,
            BUFFER_DELAY,
            TCP_EFFICIENCY);

    /** Those of probes without a transfer. */
    private static final List<Metric> WITHOUT_LOAD =
            List.of(IDLE_P50, IDLE_P95, IDLE_P99, DELAY_UP, DELAY_DOWN, JITTER_UP, JITTER_DOWN, SENT, LOST, LATE, LOSS);

    private ProbeMetrics() {}

    /** The metrics of functions that transfer nothing, with those of probes at the end. */
    static List<Metric> withoutLoad(List<Metric> own) {
        return joined(own, WITHOUT_LOAD);
    }

    /** What tables and answers state beside the rate, with latency under load at the end if there are probes. */
    public static List<Metric> besideRate(List<Metric> own, boolean probed) {
        return probed ? joined(own, List.of(LOADED_P50, INFLATION, LOSS)) : own;
    }

    /** The metrics of intervals, with those of probes at the end if there are probes. */
    public static List<Metric> withIntervals(List<Metric> own, boolean probed) {
        return probed ? joined(own, OF_INTERVALS) : own;
    }

    /** The metrics of functions, with those of probes at the end if there are probes. */
    public static List<Metric> withFunctions(List<Metric> own, boolean probed) {
        return probed ? joined(own, OF_FUNCTIONS) : own;
    }

    private static List<Metric> joined(List<Metric> first, List<Metric> second) {
        List<Metric> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static Metric times(String id, String label, Aggregation overFunctions) {
        return new Metric(id, label, Unit.MICROSECONDS, overFunctions, Aggregation.MEDIAN, Better.LOWER);
    }

    private static Metric count(String id, String label) {
        return new Metric(id, label, Unit.COUNT, Aggregation.SUM, Aggregation.SUM, Better.LOWER);
    }
}
