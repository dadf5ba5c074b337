package org.faasnetlab.ui.live;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * The 5 % quantile, median and 95 % quantile over the functions of a trial, bin by bin. A bin is computed once, and again
 * only if something of it arrives late, so that a thousand functions cost no more per redraw than a few.
 */
final class Band {
    static final Quantile QUANTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    private final BinTimeline timeline;
    private final double[] rates;
    private final double[] low = new double[BinTimeline.CAPACITY];
    private final double[] median = new double[BinTimeline.CAPACITY];
    private final double[] high = new double[BinTimeline.CAPACITY];
    private int computed;

    Band(BinTimeline timeline) {
        this.timeline = timeline;
        this.rates = new double[timeline.functions()];
    }

    /** Brings the bins before {@code head} up to date. */
    void computeTo(int head) {
        computed = Math.min(computed, timeline.takeFirstChangedBin());
        for (; computed < head; computed++) {
            compute(computed);
        }
    }

    /** In bit/s, of the bins before {@code head}; not a number where no function transferred. */
    double[] low(int head) {
        return Arrays.copyOf(low, head);
    }

    double[] median(int head) {
        return Arrays.copyOf(median, head);
    }

    double[] high(int head) {
        return Arrays.copyOf(high, head);
    }

    /** The 5 % quantile, the median and the 95 % quantile of the first {@code count} values, which are reordered. */
    static double[] quantiles(double[] values, int count) {
        return QUANTILE.evaluateRange(values, 0, count, 0.05, 0.5, 0.95);
    }

    private void compute(int bin) {
        int count = 0;
        for (int function = 0; function < timeline.functions(); function++) {
            if (timeline.covers(function, bin)) {
                rates[count++] = timeline.rate(function, bin);
            }
        }
        double[] found = quantiles(rates, count);
        low[bin] = found[0];
        median[bin] = found[1];
        high[bin] = found[2];
    }
}
