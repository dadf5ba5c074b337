package org.faasnetlab.analysis.burst;

import org.faasnetlab.analysis.stats.BlockResampling;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;
import org.faasnetlab.measure.Bandwidth;

/**
 * The mean rate of a transfer after its burst, with a 95 % confidence interval.
 *
 * <p>The rate is the slope of the least-squares line through the cumulative bytes. The interval comes from a block
 * bootstrap with blocks of at least 1 s, see {@link BlockResampling}, because intervals of 100 ms are correlated: refills come
 * in pulses, and bytes wait in buffers. The interval is never narrower than one block of iperf3 over the time.
 *
 * @param low lower end of the interval, at least 0
 * @param high upper end of the interval
 * @param seconds how long was measured
 */
public record Baseline(Bandwidth rate, Bandwidth low, Bandwidth high, double seconds) {

    /**
     * The resampled deviations of the intervals of a stretch from its mean rate.
     *
     * @param to the last point of the stretch, at least two after the first
     */
    static BlockResampling resampling(CumulativeBytes all, int from, int to) {
        int n = to - from;
        double span = all.seconds()[to] - all.seconds()[from];
        double rate = (all.bytes()[to] - all.bytes()[from]) / span;
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            residuals[i] = all.bytes()[from + i + 1]
                    - all.bytes()[from + i]
                    - rate * (all.seconds()[from + i + 1] - all.seconds()[from + i]);
        }
        return BlockResampling.of(residuals, span);
    }

    /** @param first index of the first point of the baseline, up to the last point of the transfer */
    static Baseline of(CumulativeBytes all, int first) {
        return of(all, first, all.points() - 1);
    }

    /** @param last index of the last point of the baseline, at least two after the first */
    static Baseline of(CumulativeBytes all, int first, int last) {
        return of(
                Math.max(0, slope(all, first, last)),
                resampling(all, first, last).slopeDeviations(),
                all.seconds()[last] - all.seconds()[first]);
    }

    /** The mean rate between two points, which are at least two apart, instead of the slope. */
    static Baseline ofMean(CumulativeBytes all, int first, int last) {
        return of(
                all.rate(all.seconds()[first], all.seconds()[last]),
                resampling(all, first, last).rateDeviations(),
                all.seconds()[last] - all.seconds()[first]);
    }

    private static Baseline of(double rate, Range deviations, double seconds) {
        return new Baseline(
                new Bandwidth(rate * 8),
                new Bandwidth(Math.max(0, rate + deviations.low()) * 8),
                new Bandwidth((rate + deviations.high()) * 8),
                seconds);
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
