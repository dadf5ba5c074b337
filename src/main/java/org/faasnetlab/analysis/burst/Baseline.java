package org.faasnetlab.analysis.burst;

import org.apache.commons.statistics.distribution.TDistribution;
import org.faasnetlab.analysis.stats.BlockBootstrap;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.measure.Bandwidth;

/**
 * The mean rate of a transfer after its burst, with a 95 % confidence interval.
 *
 * <p>The rate is the slope of the least-squares line through the cumulative bytes. The interval comes from a block
 * bootstrap with blocks of at least 1 s, see {@link Resampling}, because intervals of 100 ms are correlated: refills come
 * in pulses, and bytes wait in buffers. The interval is never narrower than one block of iperf3 over the time.
 *
 * @param low lower end of the interval, at least 0
 * @param high upper end of the interval
 * @param seconds how long was measured
 */
public record Baseline(Bandwidth rate, Bandwidth low, Bandwidth high, double seconds) {

    /**
     * The resampled deviations of a steady stretch of a transfer from its mean rate.
     *
     * <p>Few blocks say little about their own spread, so the deviations are widened by the ratio of the quantiles of
     * Student's t and of the normal distribution and by sqrt(k / (k - 1)) for k blocks (B. Efron, R. J. Tibshirani, "An
     * Introduction to the Bootstrap", section 12.5).
     *
     * @param blocks resampled sums of the deviations of any number of intervals in bytes
     * @param widening factor, at least 1
     */
    record Resampling(BlockBootstrap blocks, int intervals, double seconds, double widening) {
        /** Resamples of each interval estimate. */
        static final int RESAMPLES = 400;
        /** Start of the random numbers, so that an analysis can be repeated. */
        static final long SEED = 2019;

        private static final double BLOCK_SECONDS = 1;

        /** @param to the last point of the stretch, at least two after the first */
        static Resampling of(CumulativeBytes all, int from, int to) {
            int n = to - from;
            double span = all.seconds()[to] - all.seconds()[from];
            double rate = (all.bytes()[to] - all.bytes()[from]) / span;
            double[] residuals = new double[n];
            for (int i = 0; i < n; i++) {
                residuals[i] = all.bytes()[from + i + 1]
                        - all.bytes()[from + i]
                        - rate * (all.seconds()[from + i + 1] - all.seconds()[from + i]);
            }
            int length = (int) Math.max(Math.round(BLOCK_SECONDS / (span / n)), Math.floor(Math.cbrt(n)));
            BlockBootstrap blocks = new BlockBootstrap(residuals, Math.max(1, Math.min(length, n / 2)), SEED);
            int k = Math.max(2, blocks.blocks());
            double widening = studentFactor(k) * Math.sqrt(k / (k - 1.0));
            return new Resampling(blocks, n, span, widening);
        }

        /** A deviation of the mean rate in bytes per second. */
        double rateDeviation() {
            return widening * blocks.sum(intervals) / seconds;
        }

        /** A deviation of the bytes of some intervals. */
        double bytesDeviation(int intervals) {
            return widening * blocks.sum(intervals);
        }
    }

    /** How much wider Student's t for some values is than the normal distribution, at 95 %. */
    static double studentFactor(long values) {
        return TDistribution.of(values - 1.0).inverseCumulativeProbability(0.975) / 1.96;
    }

    /** iperf3 reads and writes blocks of 128 KiB: a block may belong to either side of an interval's edge. */
    static final double BLOCK_BYTES = 128 << 10;

    /** @param first index of the first point of the baseline, up to the last point of the transfer */
    static Baseline of(CumulativeBytes all, int first) {
        return of(all, first, all.points() - 1);
    }

    /** @param last index of the last point of the baseline, at least two after the first */
    static Baseline of(CumulativeBytes all, int first, int last) {
        double span = all.seconds()[last] - all.seconds()[first];
        Resampling resampling = Resampling.of(all, first, last);
        double[] deviations = new double[Resampling.RESAMPLES];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = resampling.rateDeviation();
        }
        double floor = BLOCK_BYTES / span;
        double slope = Math.max(0, slope(all, first, last));
        return new Baseline(
                new Bandwidth(slope * 8),
                new Bandwidth(Math.max(0, slope + Math.min(-floor, Quantiles.of(deviations, 0.025))) * 8),
                new Bandwidth((slope + Math.max(floor, Quantiles.of(deviations, 0.975))) * 8),
                span);
    }

    /** Slope of the least-squares line through the points. */
    private static double slope(CumulativeBytes all, int first, int last) {
        double middle = (all.seconds()[first] + all.seconds()[last]) / 2;
        double start = all.bytes()[first];
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int i = first; i <= last; i++) {
            double x = all.seconds()[i] - middle;
            double y = all.bytes()[i] - start;
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
        int n = last - first + 1;
        return (sumXy - sumX * sumY / n) / (sumXx - sumX * sumX / n);
    }
}
