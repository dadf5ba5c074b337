package org.faasnetlab.analysis.burst;

import org.apache.commons.statistics.distribution.TDistribution;
import org.faasnetlab.analysis.stats.LeastSquares;
import org.faasnetlab.measure.Bandwidth;

/**
 * The mean rate of a transfer after its burst, with a 95 % confidence interval.
 *
 * <p>The rate is the slope of the least-squares line through the cumulative bytes. The interval comes from batch means:
 * the time is cut into k equal batches, whose mean rates have the standard deviation s, and the half width is
 * t(k-1; 0.975) s / sqrt(k). Intervals of 100 ms cannot be taken as samples because neighbours are correlated: refills
 * come in pulses, and bytes wait in buffers. A batch is at least 1 s, so ten pulses of 100 ms, and there are at most 20,
 * because more narrow batches gain little (B. Schmeiser, "Batch Size Effects in the Analysis of Simulation Output",
 * Operations Research 30, 1982; A. M. Law, "Simulation Modeling and Analysis", chapter 9).
 *
 * @param low lower end of the interval, at least 0
 * @param high upper end of the interval
 * @param seconds how long was measured
 */
public record Baseline(Bandwidth rate, Bandwidth low, Bandwidth high, double seconds) {
    private static final double BATCH_SECONDS = 1;
    private static final int MAX_BATCHES = 20;

    /** @param first index of the first point of the baseline; at least 2 s of transfer follow it */
    static Baseline of(CumulativeBytes all, int first) {
        double from = all.seconds()[first];
        double span = all.duration() - from;
        int batches = (int) Math.max(2, Math.min(MAX_BATCHES, Math.floor(span / BATCH_SECONDS + 1e-6)));
        double[] rates = new double[batches];
        double width = span / batches;
        double mean = 0;
        for (int i = 0; i < batches; i++) {
            rates[i] = all.rate(from + i * width, from + (i + 1) * width);
            mean += rates[i] / batches;
        }
        double squares = 0;
        for (double rate : rates) {
            squares += (rate - mean) * (rate - mean);
        }
        double t = TDistribution.of(batches - 1).inverseCumulativeProbability(0.975);
        double half = t * Math.sqrt(squares / (batches - 1) / batches);
        double slope = Math.max(
                0,
                new LeastSquares(all.seconds(), all.bytes())
                        .through(first, all.points())
                        .slope());
        return new Baseline(
                new Bandwidth(slope * 8),
                new Bandwidth(Math.max(0, slope - half) * 8),
                new Bandwidth((slope + half) * 8),
                span);
    }

    /** Half the width of the confidence interval in bytes per second. */
    double halfWidth() {
        return high.bytesPerSecond() - rate.bytesPerSecond();
    }
}
