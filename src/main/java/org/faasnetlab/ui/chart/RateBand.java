package org.faasnetlab.ui.chart;

import org.apache.commons.statistics.descriptive.Quantile;

/**
 * The 5 % quantile, median and 95 % quantile over the functions of a trial, bin by bin. A bin is computed once, and again
 * only if something of it arrives late, so that a thousand functions cost no more per redraw than a few.
 */
public final class RateBand {
    private static final Quantile QUANTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    private final BinTimeline timeline;
    private final double[] rates;
    private final double[] low;
    private final double[] median;
    private final double[] high;
    private int computed;

    public RateBand(BinTimeline timeline) {
        this.timeline = timeline;
        this.rates = new double[timeline.functions()];
        this.low = new double[timeline.capacity()];
        this.median = new double[timeline.capacity()];
        this.high = new double[timeline.capacity()];
    }

    /** The band over the first {@code bins} bins. */
    public BandCurves curves(int bins) {
        computed = Math.min(computed, timeline.takeFirstChangedBin());
        for (; computed < bins; computed++) {
            compute(computed);
        }
        return new BandCurves(
                timeline.curve(bins, bin -> low[bin]),
                timeline.curve(bins, bin -> median[bin]),
                timeline.curve(bins, bin -> high[bin]));
    }

    /** The 5 % quantile, the median and the 95 % quantile of the first {@code count} values, which are reordered. */
    public static double[] quantiles(double[] values, int count) {
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
