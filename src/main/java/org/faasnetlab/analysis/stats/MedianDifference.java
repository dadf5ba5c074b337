package org.faasnetlab.analysis.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much higher the values of one sample are than those of another, in their unit.
 *
 * <p>The shift is the median of all differences x - y (J. L. Hodges, E. L. Lehmann, "Estimates of Location Based on Rank
 * Tests", Annals of Mathematical Statistics 34, 1963), and its interval lies between two of these differences, whose
 * ranks follow from the test of Mann and Whitney (see {@link Ranks#ofShift}). It assumes that the two distributions have
 * the same shape, apart from the shift; then the shift is the difference of their medians too.
 *
 * @param ofMedians median of the first less median of the second
 * @param shift median of all differences
 * @param interval 95 % confidence interval of the shift; null if there are too few values for one: it takes 4 and 4, 3
 *     and 5 or 2 and 8 of them
 */
public record MedianDifference(
        int firstN, int secondN, double ofMedians, double shift, SampleStatistics.@Nullable Range interval) {

    /** Above this many values in a sample, all pairs would not fit in memory. */
    private static final int MAX_VALUES = 5_000;

    /**
     * @param first 1 to 5,000 values
     * @param second 1 to 5,000 values
     * @throws IllegalArgumentException if a sample is empty or larger
     */
    public static MedianDifference of(double[] first, double[] second) {
        if (first.length > MAX_VALUES || second.length > MAX_VALUES) {
            throw new IllegalArgumentException("a sample has " + MAX_VALUES + " values at most");
        }
        double ofMedians = Quantiles.of(first, 0.5) - Quantiles.of(second, 0.5);
        double[] differences = new double[first.length * second.length];
        int next = 0;
        for (double x : first) {
            for (double y : second) {
                differences[next++] = x - y;
            }
        }
        Arrays.sort(differences);
        int rank = Math.toIntExact(Ranks.ofShift(first.length, second.length));
        return new MedianDifference(
                first.length,
                second.length,
                ofMedians,
                Quantiles.of(differences, 0.5),
                rank == 0
                        ? null
                        : new SampleStatistics.Range(differences[rank - 1], differences[differences.length - rank]));
    }
}
