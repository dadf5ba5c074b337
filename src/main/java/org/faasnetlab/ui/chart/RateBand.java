package org.faasnetlab.ui.chart;

import java.util.Arrays;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.chart.data.BandCurves;

/**
 * The 5 % quantile, median and 95 % quantile over the functions of a trial, bin by bin. A bin is computed once, and again
 * only if something of it arrives late, so that a thousand functions cost no more per redraw than a few.
 */
public final class RateBand {
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

    private void compute(int bin) {
        int count = 0;
        for (int function = 0; function < timeline.functions(); function++) {
            if (timeline.covers(function, bin)) {
                rates[count++] = timeline.rate(function, bin);
            }
        }
        double[] found = Arrays.copyOf(rates, count);
        low[bin] = quantile(found, 0.05);
        median[bin] = quantile(found, 0.5);
        high[bin] = quantile(found, 0.95);
    }

    private static double quantile(double[] values, double share) {
        return values.length == 0 ? Double.NaN : Quantiles.of(values, share);
    }
}
