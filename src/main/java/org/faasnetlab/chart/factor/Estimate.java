package org.faasnetlab.chart.factor;

import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.jspecify.annotations.Nullable;

/**
 * The median of a cell, with its 95 % confidence interval over the trials. Of a single trial, it is over its functions or, for
 * an aggregate, over its time.
 *
 * @param median NaN if there is no value
 * @param low lower end of the interval, at least 0; NaN where there is a single value
 * @param high upper end, likewise
 */
public record Estimate(double median, double low, double high) {
    public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /** {@link #NONE} for null. */
    public static Estimate of(@Nullable CellStatistics statistics) {
        if (statistics == null) {
            return NONE;
        }
        SampleStatistics.Range interval = statistics.medianInterval();
        return new Estimate(
                statistics.median(),
                // Of two trials far apart it would reach below 0, where no metric has values.
                interval == null ? Double.NaN : Math.max(0, interval.low()),
                interval == null ? Double.NaN : interval.high());
    }

    /** Bandwidth, with the interval over the time of the trial if there is none over trials. */
    public static Estimate of(@Nullable CellStatistics statistics, @Nullable BandwidthRange overTime) {
        Estimate overTrials = of(statistics);
        return overTime == null || !overTrials.isKnown() || overTrials.hasInterval()
                ? overTrials
                : new Estimate(
                        overTrials.median(),
                        overTime.low().bitsPerSecond(),
                        overTime.high().bitsPerSecond());
    }

    public boolean isKnown() {
        return !Double.isNaN(median);
    }

    boolean hasInterval() {
        return !Double.isNaN(low);
    }

    /** The highest drawn value: the upper end of the interval, or the median. */
    double top() {
        return hasInterval() ? Math.max(high, median) : median;
    }
}
