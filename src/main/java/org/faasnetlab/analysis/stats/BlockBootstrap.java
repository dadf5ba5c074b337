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
    private final double[] sums;
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
        for (int i = 0; i < 2 * n; i++) {
            sums[i + 1] = sums[i] + residuals[i % n] - mean;
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

    /** Number of blocks that fit into the series, at least 1. */
    public int blocks() {
        return Math.max(1, n / block);
    }
}
