package org.faasnetlab.analysis.burst;

import java.util.Arrays;
import org.faasnetlab.analysis.stats.Quantiles;

/**
 * Removes single stalls from a transfer: short stretches in which it moved far less than before and after, and which it
 * did not make up for. Missing bytes are filled in with the surrounding rate, because a lasting step would tilt and
 * shift every line fitted to the cumulative bytes. A stall that is made up for soon is left unchanged: its bytes are
 * not missing.
 *
 * <p>The rates of stretches of 0.5 s are compared with the medians of the three before and the three after, whichever
 * is lower, as in a Hampel filter (F. R. Hampel, "The Influence Curve and its Role in Robust Estimation", Journal of
 * the American Statistical Association 69, 1974). The lower median is used because the end of a burst is not a stall.
 */
final class StallFilter {
    private static final double STRETCH_SECONDS = 0.5;
    private static final int AROUND = 3;
    /**
     * A stretch below this share of the surrounding rate is a stall; with pulses every 100 ms, stretches of 0.5 s stay
     * above it.
     */
    private static final double LOW = 0.7;
    /** A stretch must also be this many standard deviations below its neighbours. */
    private static final double CLEAR_DEVIATIONS = 4;
    /** Ratio of the standard deviation to the median absolute deviation of normal values. */
    private static final double NORMAL_MEDIAN = 1.4826;
    /** A stall only delayed its bytes if the stretches after it made up for at least this share. */
    private static final double MADE_UP = 0.5;

    private StallFilter() {}

    static CumulativeBytes filled(CumulativeBytes all) {
        int each = Math.max(1, (int) Math.round(STRETCH_SECONDS / all.step()));
        int stretches = (all.points() - 1) / each;
        double[] rates = new double[stretches];
        for (int i = 0; i < stretches; i++) {
            rates[i] = all.rate(all.seconds()[i * each], all.seconds()[(i + 1) * each]);
        }
        double low = Math.min(LOW, 1 - CLEAR_DEVIATIONS * deviation(rates));
        double[] filled = all.bytes().clone();
        for (int i = AROUND; i < stretches - AROUND; i++) {
            double after = median(rates, i + 1);
            double around = Math.min(median(rates, i - AROUND), after);
            double missing = around - rates[i];
            if (rates[i] < low * around && recovered(rates, i + 1, after) < MADE_UP * missing) {
                fill(all, filled, i * each, (i + 1) * each, missing);
            }
        }
        return new CumulativeBytes(all.seconds(), filled);
    }

    /** The relative standard deviation of stretches from their neighbours, by the median of the absolute deviations. */
    private static double deviation(double[] rates) {
        double[] deviations = new double[Math.max(0, rates.length - 2 * AROUND)];
        for (int i = 0; i < deviations.length; i++) {
            double usual = median(rates, i + AROUND + 1);
            deviations[i] = Math.abs(rates[i + AROUND] - usual) / Math.max(1, usual);
        }
        return deviations.length == 0 ? 0 : NORMAL_MEDIAN * Quantiles.of(deviations, 0.5);
    }

    private static double median(double[] rates, int from) {
        return Quantiles.of(Arrays.copyOfRange(rates, from, from + AROUND), 0.5);
    }

    private static double recovered(double[] rates, int from, double usual) {
        return Arrays.stream(rates, from, from + AROUND)
                .map(rate -> Math.max(0, rate - usual))
                .sum();
    }

    private static void fill(CumulativeBytes all, double[] filled, int from, int to, double missingRate) {
        for (int point = from + 1; point < filled.length; point++) {
            filled[point] += missingRate * (all.seconds()[Math.min(point, to)] - all.seconds()[from]);
        }
    }
}
