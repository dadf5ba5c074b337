package org.faasnetlab.analysis.stats;

import java.util.Arrays;
import java.util.EnumSet;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a sample, all in the unit of its values.
 *
 * @param n number of values, at least 1
 * @param median and p5, p95: quantiles as {@link Quantiles} defines them
 * @param variation coefficient of variation: standard deviation (n - 1) over mean; null for one value or a mean of 0
 * @param medianInterval 95 % confidence interval of the median, whatever the distribution; null for less than 6 values,
 *     for which there is none
 */
public record SampleStatistics(
        int n,
        double median,
        double p5,
        double p95,
        double mean,
        @Nullable Double variation,
        @Nullable Range medianInterval) {

    /** Two ends of an interval; low is not above high. */
    public record Range(double low, double high) {}

    /**
     * @param values at least one, in any order; left as they are
     * @throws IllegalArgumentException if there is no value
     */
    public static SampleStatistics of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        DoubleStatistics moments =
                DoubleStatistics.of(EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION), sorted);
        double mean = moments.getAsDouble(Statistic.MEAN);
        int rank = Ranks.ofMedian(sorted.length);
        return new SampleStatistics(
                sorted.length,
                Quantiles.of(sorted, 0.5),
                Quantiles.of(sorted, 0.05),
                Quantiles.of(sorted, 0.95),
                mean,
                sorted.length < 2 || mean == 0 ? null : moments.getAsDouble(Statistic.STANDARD_DEVIATION) / mean,
                rank == 0 ? null : new Range(sorted[rank - 1], sorted[sorted.length - rank]));
    }
}
