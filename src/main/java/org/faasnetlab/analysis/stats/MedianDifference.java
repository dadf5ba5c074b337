package org.faasnetlab.analysis.stats;

import java.util.Arrays;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;
import org.jspecify.annotations.Nullable;

/**
 * How much higher the values of one sample are than those of another, in their unit. The values are independent: one for
 * each trial, because functions of one trial share a moment, a link and a host.
 *
 * <p>The shift is the median of all differences x - y (J. L. Hodges, E. L. Lehmann, "Estimates of Location Based on Rank
 * Tests", Annals of Mathematical Statistics 34, 1963). From 6 and 6 values on its interval lies between two of these
 * differences, whose ranks follow from the test of Mann and Whitney (see {@link Ranks#ofShift}); for fewer it is
 * Student's. It assumes that the two distributions have the same shape, apart from the shift; then the shift is the
 * difference of their medians too.
 *
 * @param ofMedians median of the first less median of the second
 * @param shift median of all differences
 * @param interval 95 % confidence interval of the shift; null if a sample has one value only
 * @param ratioInterval 95 % confidence interval of how many times higher the first is, by the same method with the
 *     logarithms of the values; null if there is none, or a value is not above 0
 */
public record MedianDifference(
        int firstN,
        int secondN,
        double ofMedians,
        double shift,
        @Nullable Range interval,
        @Nullable Range ratioInterval) {

    /** Above this many values in a sample, all pairs would not fit in memory; there are at most 1,000 trials of a cell. */
    private static final int MAX_VALUES = 5_000;

    /**
     * Estimates by how much the median of one sample exceeds that of another.
     *
     * @param first 1 to 5,000 values
     * @param second 1 to 5,000 values
     * @throws IllegalArgumentException if a sample is empty or larger
     */
    public static MedianDifference of(double[] first, double[] second) {
        if (first.length > MAX_VALUES || second.length > MAX_VALUES) {
            throw new IllegalArgumentException("a sample has " + MAX_VALUES + " values at most");
        }
        return new MedianDifference(
                first.length,
                second.length,
                Quantiles.of(first, 0.5) - Quantiles.of(second, 0.5),
                Quantiles.of(differences(first, second), 0.5),
                interval(first, second),
                isPositive(first) && isPositive(second)
                        ? ratio(interval(logarithms(first), logarithms(second)))
                        : null);
    }

    /**
     * Whether the whole interval of the ratio lies within what is called equivalent (two one-sided tests, Schuirmann 1987);
     * false without an interval.
     *
     * @param share by which equivalent values differ at most, above 0
     */
    public boolean isEquivalentWithin(double share) {
        return ratioInterval != null && ratioInterval.low() >= 1 / (1 + share) && ratioInterval.high() <= 1 + share;
    }

    /**
     * The difference of values that were measured in pairs, one soon after the other, which leaves out what changes slowly.
     *
     * @param first 1 to 5,000 values
     * @param second the same number; the value at the same index is the other of the pair
     */
    public static MedianDifference ofPairs(double[] first, double[] second) {
        if (first.length != second.length || first.length == 0) {
            throw new IllegalArgumentException("pairs require as many first as second values, and at least one");
        }
        SampleStatistics pairs = SampleStatistics.of(pairwise(first, second));
        return new MedianDifference(
                first.length,
                second.length,
                Quantiles.of(first, 0.5) - Quantiles.of(second, 0.5),
                pairs.median(),
                pairs.medianInterval(),
                isPositive(first) && isPositive(second)
                        ? ratio(SampleStatistics.of(pairwise(logarithms(first), logarithms(second)))
                                .medianInterval())
                        : null);
    }

    private static @Nullable Range interval(double[] first, double[] second) {
        int fewer = Math.min(first.length, second.length);
        if (fewer < 2) {
            return null;
        }
        if (fewer < ConfidenceIntervals.MIN_FOR_RANKS) {
            return ConfidenceIntervals.ofDifference(first, second);
        }
        double[] differences = differences(first, second);
        int rank = Math.toIntExact(Ranks.ofShift(first.length, second.length));
        return new Range(differences[rank - 1], differences[differences.length - rank]);
    }

    /** All of them, ascending. */
    private static double[] differences(double[] first, double[] second) {
        double[] differences = new double[first.length * second.length];
        int next = 0;
        for (double x : first) {
            for (double y : second) {
                differences[next++] = x - y;
            }
        }
        Arrays.sort(differences);
        return differences;
    }

    private static double[] pairwise(double[] first, double[] second) {
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return differences;
    }

    private static boolean isPositive(double[] values) {
        return Arrays.stream(values).allMatch(value -> value > 0);
    }

    private static double[] logarithms(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private static @Nullable Range ratio(@Nullable Range logarithms) {
        return logarithms == null ? null : new Range(Math.exp(logarithms.low()), Math.exp(logarithms.high()));
    }
}
