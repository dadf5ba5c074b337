package org.faasnetlab.analysis.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Which order statistics bound a 95 % confidence interval without an assumption about the distribution. Ranks count from
 * 1 at the lowest; the upper rank is the same from the highest.
 */
final class Ranks {
    private static final double TAIL = 0.025;
    /** Up to this many pairs the distribution of U is computed exactly; above it the normal approximation is used. */
    private static final int MAX_COUNTED_PAIRS = 2_500;

    private Ranks() {}

    /**
     * For the median of n values: the highest rank l with P(B &lt; l) at most 0.025 for B binomial with n and 1/2 (W. J.
     * Conover, "Practical Nonparametric Statistics", section 3.2; G. J. Hahn, W. Q. Meeker, "Statistical Intervals",
     * section 5.2). The interval goes from value l to value n + 1 - l.
     *
     * @return 0 if even the lowest and the highest value do not bound one: n below 6
     */
    static int ofMedian(int n) {
        BinomialDistribution below = BinomialDistribution.of(n, 0.5);
        int rank = below.inverseCumulativeProbability(TAIL);
        while (rank > 0 && below.cumulativeProbability(rank - 1) > TAIL) {
            rank--;
        }
        return rank;
    }

    /**
     * For the shift between two samples among the n m differences of their values: the highest rank l with P(U &lt; l)
     * at most 0.025, U being the statistic of Mann and Whitney (M. Hollander, D. A. Wolfe, "Nonparametric Statistical
     * Methods", section 4.3; Conover, section 5.4). Above 2,500 differences U is taken as normal with mean n m / 2 and
     * variance n m (n + m + 1) / 12.
     *
     * @return 0 if even the lowest and the highest difference do not bound one, such as for 3 and 4 values
     */
    static long ofShift(int n, int m) {
        long pairs = (long) n * m;
        if (pairs > MAX_COUNTED_PAIRS) {
            double deviation = Math.sqrt(pairs * (n + m + 1.0) / 12);
            double normal = NormalDistribution.of(0, 1).inverseSurvivalProbability(TAIL);
            return Math.max(0, (long) Math.floor(pairs / 2.0 - normal * deviation));
        }
        double[] chances = mannWhitney(n, m);
        int rank = 0;
        double below = chances[0];
        while (below <= TAIL) {
            rank++;
            below += chances[rank];
        }
        return rank;
    }

    /**
     * P(U = u) for all u: the coefficients of the Gaussian binomial [n + m over n], built factor by factor, over their
     * sum. Each factor divides by what it needs so that numbers stay small.
     */
    private static double[] mannWhitney(int n, int m) {
        double[] ways = new double[n * m + 1];
        ways[0] = 1;
        for (int i = 1; i <= n; i++) {
            for (int u = n * m; u >= m + i; u--) {
                ways[u] -= ways[u - m - i];
            }
            for (int u = i; u <= n * m; u++) {
                ways[u] += ways[u - i];
            }
        }
        double all = 0;
        for (double value : ways) {
            all += value;
        }
        for (int u = 0; u < ways.length; u++) {
            ways[u] /= all;
        }
        return ways;
    }
}
