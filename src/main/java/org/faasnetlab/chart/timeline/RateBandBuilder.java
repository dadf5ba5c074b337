package org.faasnetlab.chart.timeline;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.Curve;

/** Rates of functions bin by bin; a bin counts for a function that measured at least half of it. */
final class RateBandBuilder {
    private RateBandBuilder() {}

    /** The rate of one function, level over each bin. */
    static Curve rates(IntervalBins function, long binMicros) {
        long[] bins = LongStream.range(function.first(), function.end())
                .filter(bin -> counts(function, bin, binMicros))
                .toArray();
        return steps(
                bins,
                binMicros,
                Arrays.stream(bins).mapToDouble(bin -> rate(function, bin)).toArray());
    }

    /** The 5th percentile, median and 95th percentile over the functions. */
    static BandCurves of(Collection<IntervalBins> functions, long binMicros) {
        long first = functions.stream().mapToLong(IntervalBins::first).min().orElse(0);
        long end = functions.stream().mapToLong(IntervalBins::end).max().orElse(0);
        long[] bins = LongStream.range(first, end)
                .filter(bin -> functions.stream().anyMatch(one -> counts(one, bin, binMicros)))
                .toArray();
        double[] low = new double[bins.length];
        double[] median = new double[bins.length];
        double[] high = new double[bins.length];
        for (int i = 0; i < bins.length; i++) {
            long bin = bins[i];
            double[] rates = functions.stream()
                    .filter(one -> counts(one, bin, binMicros))
                    .mapToDouble(one -> rate(one, bin))
                    .toArray();
            low[i] = Quantiles.of(rates, 0.05);
            median[i] = Quantiles.of(rates, 0.5);
            high[i] = Quantiles.of(rates, 0.95);
        }
        return new BandCurves(
                curve(bins, binMicros, low), curve(bins, binMicros, median), curve(bins, binMicros, high));
    }

    /** Level lines over the bins: a slope from one mean to the next would say something that was not measured. */
    static Curve steps(long[] bins, long binMicros, double[] values) {
        double[] x = new double[2 * bins.length];
        double[] y = new double[2 * bins.length];
        for (int i = 0; i < bins.length; i++) {
            x[2 * i] = bins[i] * binMicros / 1e6;
            x[2 * i + 1] = (bins[i] + 1) * binMicros / 1e6;
            y[2 * i] = values[i];
            y[2 * i + 1] = values[i];
        }
        return new Curve(x, y);
    }

    private static Curve curve(long[] bins, long binMicros, double[] values) {
        double[] middles = Arrays.stream(bins)
                .mapToDouble(bin -> (bin + 0.5) * binMicros / 1e6)
                .toArray();
        return new Curve(middles, values);
    }

    private static boolean counts(IntervalBins function, long bin, long binMicros) {
        return function.coveredMicros(bin) * 2 >= binMicros;
    }

    private static double rate(IntervalBins function, long bin) {
        return function.bytes(bin) * 8e6 / function.coveredMicros(bin);
    }
}
