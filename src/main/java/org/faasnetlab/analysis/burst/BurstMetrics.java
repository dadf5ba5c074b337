package org.faasnetlab.analysis.burst;

import java.util.List;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metric.Aggregation;
import org.faasnetlab.workload.Metric.Better;
import org.faasnetlab.workload.Metric.Unit;
import org.jspecify.annotations.Nullable;

/** The quantities of a burst and its baseline as metrics of functions, which are estimated and not reported. */
public final class BurstMetrics {
    /** Bytes above the baseline. */
    public static final Metric BURST =
            new Metric("burst_bytes", "Burst", Unit.BYTES, Aggregation.MEDIAN, Aggregation.MEDIAN, Better.HIGHER);

    /** A lower limit if the burst lasted less than two intervals. */
    public static final Metric BURST_RATE = new Metric(
            "burst_bit_per_s",
            "Burst rate",
            Unit.BITS_PER_SECOND,
            Aggregation.MEDIAN,
            Aggregation.MEDIAN,
            Better.HIGHER);

    /** From the start of the transfer to the end of the burst; an upper limit if it lasted less than two intervals. */
    public static final Metric BURST_LENGTH = new Metric(
            "burst_us", "Burst length", Unit.MICROSECONDS, Aggregation.MEDIAN, Aggregation.MEDIAN, Better.NEITHER);

    /** Of a transfer without a burst, its only rate. */
    public static final Metric BASELINE = new Metric(
            "baseline_bit_per_s",
            "Baseline",
            Unit.BITS_PER_SECOND,
            Aggregation.MEDIAN,
            Aggregation.MEDIAN,
            Better.HIGHER);

    /** In the order of tables. */
    public static final List<Metric> ALL = List.of(BURST, BURST_RATE, BURST_LENGTH, BASELINE);

    private BurstMetrics() {}

    /**
     * What a transfer shows of one of these metrics, or null if it does not show it.
     *
     * @throws IllegalArgumentException for another metric
     */
    public static @Nullable Estimate of(Metric metric, BurstFit fit) {
        if (metric.equals(BASELINE)) {
            Baseline baseline = fit.baselineOrNull();
            return baseline == null
                    ? null
                    : new Estimate(
                            baseline.rate().bitsPerSecond(),
                            new Range(
                                    baseline.low().bitsPerSecond(),
                                    baseline.high().bitsPerSecond()));
        }
        BurstFit.Fitted burst = fit.burstOrNull();
        return burst == null ? null : ofBurst(metric, burst);
    }

    private static Estimate ofBurst(Metric metric, BurstFit.Fitted fit) {
        BurstFit.Intervals intervals = fit.intervals();
        if (metric.equals(BURST)) {
            return new Estimate(
                    fit.burst().bytes(),
                    new Range(
                            intervals.burstLow().bytes(), intervals.burstHigh().bytes()));
        }
        if (metric.equals(BURST_RATE)) {
            BandwidthRange rate = intervals.burstRate();
            return new Estimate(
                    fit.burstRate().bitsPerSecond(),
                    rate == null
                            ? null
                            : new Range(rate.low().bitsPerSecond(), rate.high().bitsPerSecond()));
        }
        if (metric.equals(BURST_LENGTH)) {
            return new Estimate(
                    fit.timeToBaseline().toNanos() / 1e3,
                    new Range(
                            intervals.timeLow().toNanos() / 1e3,
                            intervals.timeHigh().toNanos() / 1e3));
        }
        throw new IllegalArgumentException(metric.id() + " is no metric of a burst");
    }

    /**
     * A value in the unit of its metric.
     *
     * @param interval 95 % interval by block bootstrap; null if it is unknown
     */
    public record Estimate(double value, @Nullable Range interval) {}
}
