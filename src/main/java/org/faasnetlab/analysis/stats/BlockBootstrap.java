package org.faasnetlab.analysis.stats;

import java.util.Arrays;
import java.util.Random;

/**
 * Sums over resampled stretches of a correlated series: the circular block bootstrap (D. N. Politis, J. P. Romano, "A
 * Circular Block-Resampling Procedure for Stationary Data", 1992; H. R. Künsch, "The Jackknife and the Bootstrap for
 * General Stationary Observations", Annals of Statistics 17, 1989). Blocks are drawn with their neighbours, so that the
 * correlation within a block is preserved. With the same seed, it draws the same blocks.
 */
public final class BlockBootstrap {
    /** Of the values before a place, of the series twice in a row; likewise of values times place, and times its square. */
    private final double[] sums;

    private final double[] firstMoments;
    private final double[] secondMoments;
    private final int n;
    private final int block;
    private final Random random;

    /**
     * @param residuals at least one; their mean is subtracted
     * @param block length of a block in values, from 1 to the number of values
     */
    public BlockBootstrap(double[] residuals, int block, long seed) {
        this.n = residuals.length;
        this.block = block;
        this.random = new Random(seed);
        double mean = Arrays.stream(residuals).average().orElseThrow();
        sums = new double[2 * n + 1];
        firstMoments = new double[2 * n + 1];
        secondMoments = new double[2 * n + 1];
        for (int i = 0; i < 2 * n; i++) {
            double value = residuals[i % n] - mean;
            double place = i + 1.0;
            sums[i + 1] = sums[i] + value;
            firstMoments[i + 1] = firstMoments[i] + place * value;
            secondMoments[i + 1] = secondMoments[i] + place * place * value;
        }
    }

    /** The sum of a resampled stretch of some values. */
    public double sum(int values) {
        double sum = 0;
        int left = values;
        while (left > 0) {
            int length = Math.min(block, left);
            int start = random.nextInt(n);
            sum += sums[start + length] - sums[start];
            left -= length;
        }
        return sum;
    }

    /**
     * The slope of the least-squares line through the cumulative sums of a resampled series as long as the original, in
     * values per place. Value i of n counts i (n + 1 - i) times: the middle counts more than the ends.
     */
    public double slope() {
        double weighted = 0;
        int placed = 0;
        while (placed < n) {
            int length = Math.min(block, n - placed);
            int start = random.nextInt(n);
            int end = start + length;
            double shift = placed - start;
            weighted += shift * (n + 1 - shift) * (sums[end] - sums[start])
                    + (n + 1 - 2 * shift) * (firstMoments[end] - firstMoments[start])
                    - (secondMoments[end] - secondMoments[start]);
            placed += length;
        }
        return 6 * weighted / n / (n + 1) / (n + 2);
    }

    /** Number of blocks that fit into the series, at least 1. */
    public int blocks() {
        return Math.max(1, n / block);
    }
}
