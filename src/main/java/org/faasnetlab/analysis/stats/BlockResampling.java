package org.faasnetlab.analysis.stats;

import java.util.function.DoubleSupplier;
import org.apache.commons.statistics.distribution.TDistribution;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;

/**
 * The resampled deviations of a steady stretch of a transfer from its mean rate, in blocks of 1 s or more.
 *
 * <p>Few blocks say little about their own spread, so the deviations are widened by the ratio of the quantiles of
 * Student's t and of the normal distribution and by sqrt(k / (k - 1)) for k blocks (B. Efron, R. J. Tibshirani, "An
 * Introduction to the Bootstrap", section 12.5).
 *
 * @param blocks resampled sums of the deviations of any number of intervals in bytes
 * @param seconds length of all intervals together
 * @param widening factor, at least 1
 */
public record BlockResampling(BlockBootstrap blocks, int intervals, double seconds, double widening) {
    /** Resamples of each interval estimate. */
    public static final int RESAMPLES = 400;
    /** Start of the random numbers, so that an analysis can be repeated. */
    public static final long SEED = 2019;

    /** iperf3 reads and writes blocks of 128 KiB: a block may belong to either side of an interval's edge. */
    public static final double IPERF3_BLOCK_BYTES = 128 << 10;

    private static final double BLOCK_SECONDS = 1;

    /**
     * Prepares resampling in blocks, which keeps the correlation of neighbouring intervals.
     *
     * @param bytes of successive intervals of about the same length, or their deviations from a constant rate, at least one
     * @param seconds length of all intervals together
     */
    public static BlockResampling of(double[] bytes, double seconds) {
        int n = bytes.length;
        int length = (int) Math.max(Math.round(BLOCK_SECONDS / (seconds / n)), (long) Math.cbrt(n));
        BlockBootstrap blocks = new BlockBootstrap(bytes, Math.max(1, Math.min(length, n / 2)), SEED);
        int k = Math.max(2, blocks.blocks());
        double widening = studentFactor(k) * Math.sqrt(k / (k - 1.0));
        return new BlockResampling(blocks, n, seconds, widening);
    }

    /** A deviation of the mean rate in bytes per second. */
    public double rateDeviation() {
        return widening * blocks.sum(intervals) / seconds;
    }

    /** A deviation of the bytes of some intervals. */
    public double bytesDeviation(int intervals) {
        return widening * blocks.sum(intervals);
    }

    /** A deviation of the slope of the least-squares line through the cumulative bytes, in bytes per second. */
    public double slopeDeviation() {
        return widening * blocks.slope() * intervals / seconds;
    }

    /**
     * Where 95 % of the deviations of the mean rate lie, in bytes per second; at least a block of iperf3 over the time on each
     * side.
     */
    public Range rateDeviations() {
        return range(this::rateDeviation);
    }

    /** The same of the slope, which varies more than the mean: by a tenth where intervals are independent. */
    public Range slopeDeviations() {
        return range(this::slopeDeviation);
    }

    private Range range(DoubleSupplier deviation) {
        double[] deviations = new double[RESAMPLES];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = deviation.getAsDouble();
        }
        double floor = IPERF3_BLOCK_BYTES / seconds;
        return new Range(
                Math.min(-floor, Quantiles.of(deviations, 0.025)), Math.max(floor, Quantiles.of(deviations, 0.975)));
    }

    /** How much wider Student's t for some values is than the normal distribution, at 95 %. */
    public static double studentFactor(long values) {
        return TDistribution.of(values - 1.0).inverseCumulativeProbability(0.975) / 1.96;
    }
}
