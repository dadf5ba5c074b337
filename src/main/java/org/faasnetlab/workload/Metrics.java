package org.faasnetlab.workload;

import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.workload.Metric.Aggregation;
import org.faasnetlab.workload.Metric.Better;
import org.faasnetlab.workload.Metric.Unit;

/**
 * The metrics that several workloads report. A metric of a single workload is declared in the package of that workload.
 */
public final class Metrics {
    private Metrics() {}

    /** The main metric; derived from the bytes and the duration of every interval and function. */
    public static final Metric BANDWIDTH = new Metric(
            "bit_per_s", "Bandwidth", Unit.BITS_PER_SECOND, Aggregation.SUM, Aggregation.MEAN, Better.HIGHER);

    /** Retransmitted TCP segments. */
    public static final Metric RETRANSMITS =
            new Metric("retransmits", "Retransmits", Unit.COUNT, Aggregation.SUM, Aggregation.SUM, Better.LOWER);

    /** TCP maximum segment size. */
    public static final Metric MSS =
            new Metric("mss", "MSS", Unit.BYTES, Aggregation.MEDIAN, Aggregation.MEDIAN, Better.NEITHER);

    /** From the request to the first byte of the answer. */
    public static final Metric FIRST_BYTE = new Metric(
            "first_byte_us",
            "Time to first byte",
            Unit.MICROSECONDS,
            Aggregation.MEDIAN,
            Aggregation.MEDIAN,
            Better.LOWER);

    /** Processor time of all processes of the function. */
    public static final Metric CPU =
            new Metric("cpu_us", "CPU time", Unit.MICROSECONDS, Aggregation.MEDIAN, Aggregation.SUM, Better.LOWER);

    /** How far the function's clock was ahead of this program's, see {@link #CLOCK_OFFSET_BOUND}. */
    public static final Metric CLOCK_OFFSET = new Metric(
            "clock_offset_us",
            "Clock offset",
            Unit.MICROSECONDS,
            Aggregation.MEDIAN,
            Aggregation.MEDIAN,
            Better.NEITHER);

    /** The largest possible error of {@link #CLOCK_OFFSET}. */
    public static final Metric CLOCK_OFFSET_BOUND = new Metric(
            "clock_offset_bound_us",
            "Largest error of the clock offset",
            Unit.MICROSECONDS,
            Aggregation.MEDIAN,
            Aggregation.MEDIAN,
            Better.LOWER);

    /** Time between a function's first and last interval that no interval covers, of functions with sums of intervals. */
    public static final Metric MISSING_TIME = new Metric(
            "missing_us",
            "Time without intervals",
            Unit.MICROSECONDS,
            Aggregation.MEDIAN,
            Aggregation.SUM,
            Better.LOWER);

    /** The metrics of intervals that have a column in every export, whether a run's workload reports them or not. */
    public static final List<Metric> OF_EVERY_INTERVAL = List.of(RETRANSMITS);

    /** The metrics of functions that have a column in every export, whether a run's workload reports them or not. */
    public static final List<Metric> OF_EVERY_FUNCTION = List.of(RETRANSMITS, MSS, FIRST_BYTE, CPU);

    /** The metrics of a workload's functions, with those that this program measures of each function at the end. */
    public static List<Metric> withClock(Metric... own) {
        return Stream.concat(Stream.of(own), Stream.of(CLOCK_OFFSET, CLOCK_OFFSET_BOUND))
                .toList();
    }
}
