package org.faasnetlab.analysis.stats;

import java.util.Arrays;
import java.util.EnumSet;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of independent values, all in the unit of the values.
 *
 * @param n number of values, at least 1
 * @param median a quantile as {@link Quantiles} defines it
 * @param medianInterval 95 % confidence interval of the median, see {@link ConfidenceIntervals}; null for one value
 * @param p5 null for less than {@value #MIN_FOR_PERCENTILES} values, of which none may lie below it
 * @param p5Interval null for less than 72 values: 0.95^72 is the first power below 2.5 %
 * @param p95 likewise
 * @param p95Interval likewise
 * @param variation coefficient of variation: standard deviation (n - 1) over mean; null for one value or a mean of 0
 */
public record SampleStatistics(
        int n,
        double median,
        @Nullable Range medianInterval,
        @Nullable Double p5,
        @Nullable Range p5Interval,
        @Nullable Double p95,
        @Nullable Range p95Interval,
        double mean,
        @Nullable Double variation) {
    /** How many values the 5th and the 95th percentile take: one is expected beyond each. */
    public static final int MIN_FOR_PERCENTILES = 20;

    /** From this many values on, the interval of their median needs no assumption about their distribution. */
    public static final int MIN_FOR_MEDIAN_INTERVAL = ConfidenceIntervals.MIN_FOR_RANKS;

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** Two ends of an interval; low is not above high. */
    public record Range(double low, double high) {}

    /**
     * Computes the statistics of a sample.
     *
     * @param values at least one, in any order; left as they are
     * @throws IllegalArgumentException if there is no value
     */
    public static SampleStatistics of(double[] values) {
        return of(values, true);
    }

    /** The same, with no interval: one of many trials has none of its own. */
    static SampleStatistics withoutIntervals(double[] values) {
        return of(values, false);
    }

    private static SampleStatistics of(double[] values, boolean intervals) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        DoubleStatistics moments =
                DoubleStatistics.of(EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION), sorted);
        double mean = moments.getAsDouble(Statistic.MEAN);
        return new SampleStatistics(
                sorted.length,
                Quantiles.of(sorted, 0.5),
                intervals ? ConfidenceIntervals.ofMedian(sorted) : null,
                percentile(sorted, LOW),
                intervals ? ConfidenceIntervals.ofQuantile(sorted, LOW) : null,
                percentile(sorted, HIGH),
                intervals ? ConfidenceIntervals.ofQuantile(sorted, HIGH) : null,
                mean,
                sorted.length < 2 || mean == 0 ? null : moments.getAsDouble(Statistic.STANDARD_DEVIATION) / mean);
    }

    private static @Nullable Double percentile(double[] sorted, double share) {
        return sorted.length < MIN_FOR_PERCENTILES ? null : (Double) Quantiles.of(sorted, share);
    }
}
