package org.faasnetlab.analysis.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;
import org.jspecify.annotations.Nullable;

/**
 * 95 % confidence intervals of independent values. Which of them hold the true value how often, for 2 to 10 values and
 * three distributions, is measured by the benchmark {@code intervals} (docs/methods.md).
 */
final class ConfidenceIntervals {
    private static final double TAIL = 0.025;
    /** From this many values on, the lowest and the highest bound the median with more than 95 %. */
    static final int MIN_FOR_RANKS = 6;

    private ConfidenceIntervals() {}

    /**
     * The interval of the median. From 6 values on it lies between order statistics, whatever the distribution, and is
     * interpolated so that it has 95 % rather than more (T. P. Hettmansperger, S. J. Sheather, "Confidence intervals based
     * on interpolated order statistics", Statistics and Probability Letters 4, 1986). For 2 to 5 values no two order
     * statistics have 95 %; their interval is Student's, which assumes a distribution without long tails.
     *
     * @param sorted ascending
     * @return null for one value
     */
    static @Nullable Range ofMedian(double[] sorted) {
        int n = sorted.length;
        if (n < 2) {
            return null;
        }
        return n < MIN_FOR_RANKS ? student(sorted) : interpolated(sorted);
    }

    private static Range student(double[] values) {
        int n = values.length;
        double half = student(n - 1) * Math.sqrt(squares(values) / (n - 1) / n);
        double mean = mean(values);
        return new Range(mean - half, mean + half);
    }

    private static Range interpolated(double[] sorted) {
        int n = sorted.length;
        int rank = Ranks.ofMedian(n);
        BinomialDistribution below = BinomialDistribution.of(n, 0.5);
        double outer = 1 - 2 * below.cumulativeProbability(rank - 1);
        double inner = 1 - 2 * below.cumulativeProbability(rank);
        double part = (outer - (1 - 2 * TAIL)) / (outer - inner);
        double weight = (n - rank) * part / (rank + (n - 2 * rank) * part);
        return new Range(
                sorted[rank - 1] + weight * (sorted[rank] - sorted[rank - 1]),
                sorted[n - rank] + weight * (sorted[n - rank - 1] - sorted[n - rank]));
    }

    /**
     * The interval of a quantile: the order statistics with at most 2.5 % outside each end, linearly interpolated towards
     * 2.5 % (R. Beran, P. Hall, "Interpolated Nonparametric Prediction Intervals and Confidence Intervals", Journal of the
     * Royal Statistical Society B 55, 1993).
     *
     * @param sorted ascending
     * @param share 0 to 1, without these
     * @return null if the lowest or the highest value does not bound it: for 5 and 95 %, less than 72 values
     */
    static @Nullable Range ofQuantile(double[] sorted, double share) {
        double low = position(sorted.length, share);
        double high = sorted.length + 1 - position(sorted.length, 1 - share);
        return Double.isNaN(low) || Double.isNaN(high) ? null : new Range(at(sorted, low), at(sorted, high));
    }

    /** The fractional rank from 1 below which the quantile lies with a chance of 2.5 %; NaN if there is none. */
    private static double position(int n, double share) {
        BinomialDistribution atOrBelow = BinomialDistribution.of(n, share);
        int rank = 0;
        while (rank < n && atOrBelow.cumulativeProbability(rank) <= TAIL) {
            rank++;
        }
        if (rank == 0) {
            return Double.NaN;
        }
        double outer = atOrBelow.cumulativeProbability(rank - 1);
        double inner = atOrBelow.cumulativeProbability(rank);
        return rank + (TAIL - outer) / (inner - outer);
    }

    private static double at(double[] sorted, double rank) {
        int lower = Math.min(sorted.length, Math.max(1, (int) Math.floor(rank)));
        int upper = Math.min(sorted.length, lower + 1);
        return sorted[lower - 1] + (rank - lower) * (sorted[upper - 1] - sorted[lower - 1]);
    }

    /**
     * Student's interval of the difference of two means with a common variance. Welch's would have 98 % for two and two
     * values.
     *
     * @param first two or more values
     * @param second two or more values
     */
    static Range ofDifference(double[] first, double[] second) {
        int freedom = first.length + second.length - 2;
        double variance = (squares(first) + squares(second)) / freedom;
        double half = student(freedom) * Math.sqrt(variance * (1.0 / first.length + 1.0 / second.length));
        double difference = mean(first) - mean(second);
        return new Range(difference - half, difference + half);
    }

    private static double student(int freedom) {
        return TDistribution.of(freedom).inverseSurvivalProbability(TAIL);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
