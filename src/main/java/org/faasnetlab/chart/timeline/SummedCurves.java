package org.faasnetlab.chart.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;

/**
 * Curves of a trial with more intervals than are worth reading: the database sums them over bins of time. The aggregate
 * has as many bins as a screen can show, functions have fewer the more of them there are.
 */
public final class SummedCurves {
    private static final long SHORTEST_BIN = AggregateSeries.BIN_MICROS;
    private static final int AGGREGATE_BINS = 1_200;
    private static final int BINS_OF_ALL_FUNCTIONS = 150_000;
    private static final int FEWEST_BINS = 60;

    private final IntervalSums sums;
    private final TrialRow trial;

    SummedCurves(IntervalSums sums, TrialRow trial) {
        this.sums = sums;
        this.trial = trial;
    }

    /** @param endMicros end of the last interval */
    TrialCurves read(long endMicros) throws StoreException {
        long coarse = coarse(endMicros);
        List<IntervalSums.FunctionBin> bins = sums.functionBins(trial.runId(), trial.index(), coarse);
        return new TrialCurves(aggregate(width(endMicros, AGGREGATE_BINS)), band(bins, coarse), lines(bins, coarse));
    }

    /** Some functions together, in the bins of functions. */
    Curve ofFunctions(IntPredicate functionIndexes, long endMicros) throws StoreException {
        long width = coarse(endMicros);
        return curve(together(sums.functionBins(trial.runId(), trial.index(), width), functionIndexes), width);
    }

    /** Adds up the bins of the functions that are meant. */
    public static List<IntervalSums.Bin> together(List<IntervalSums.FunctionBin> each, IntPredicate functionIndexes) {
        SortedMap<Long, IntervalSums.Bin> bins = new TreeMap<>();
        for (IntervalSums.FunctionBin one : each) {
            if (functionIndexes.test(one.functionIndex())) {
                bins.merge(
                        one.number(),
                        new IntervalSums.Bin(one.number(), one.bytes(), one.coveredMicros()),
                        (a, b) -> new IntervalSums.Bin(
                                a.number(), a.bytes() + b.bytes(), a.coveredMicros() + b.coveredMicros()));
            }
        }
        return List.copyOf(bins.values());
    }

    private long coarse(long endMicros) {
        return width(endMicros, Math.max(FEWEST_BINS, BINS_OF_ALL_FUNCTIONS / Math.max(1, trial.functions())));
    }

    /** Rounded up to whole shortest bins, so that bins of neighbours in size begin together. */
    private static long width(long end, int bins) {
        return Math.max(1, (end / bins + SHORTEST_BIN - 1) / SHORTEST_BIN) * SHORTEST_BIN;
    }

    private Curve aggregate(long width) throws StoreException {
        return curve(sums.bins(trial.runId(), trial.index(), width), width);
    }

    /** The rate in each bin from the first to the last, 0 where nothing arrived. */
    public static Curve curve(List<IntervalSums.Bin> all, long width) {
        List<IntervalSums.Bin> bins = withoutDrop(all);
        int count = bins.size();
        long first = count == 0 ? 0 : bins.get(0).number();
        int length = count == 0 ? 0 : Math.toIntExact(bins.get(count - 1).number() - first + 1);
        double[] x = new double[length];
        double[] y = new double[length];
        for (int i = 0; i < length; i++) {
            x[i] = middle(first + i, width);
        }
        for (IntervalSums.Bin bin : bins) {
            y[(int) (bin.number() - first)] = bin.bytes() * 8e6 / width;
        }
        return new Curve(x, y);
    }

    /** Leaves out a last bin that is covered less than half as much as the one before: it would look like a drop. */
    private static List<IntervalSums.Bin> withoutDrop(List<IntervalSums.Bin> bins) {
        int last = bins.size() - 1;
        boolean drop = last > 0
                && bins.get(last).coveredMicros() * 2 < bins.get(last - 1).coveredMicros();
        return drop ? bins.subList(0, last) : bins;
    }

    private static List<FunctionCurve> lines(List<IntervalSums.FunctionBin> bins, long width) {
        Map<Integer, List<IntervalSums.FunctionBin>> byFunction = new TreeMap<>();
        for (IntervalSums.FunctionBin bin : bins) {
            if (covered(bin, width)) {
                byFunction
                        .computeIfAbsent(bin.functionIndex(), functionIndex -> new ArrayList<>())
                        .add(bin);
            }
        }
        List<FunctionCurve> lines = new ArrayList<>();
        byFunction.forEach((functionIndex, own) -> lines.add(new FunctionCurve(
                functionIndex,
                new Curve(
                        own.stream()
                                .mapToDouble(bin -> middle(bin.number(), width))
                                .toArray(),
                        own.stream().mapToDouble(SummedCurves::rate).toArray()))));
        return lines;
    }

    private static BandCurves band(List<IntervalSums.FunctionBin> bins, long width) {
        Map<Long, List<Double>> rates = new TreeMap<>();
        for (IntervalSums.FunctionBin bin : bins) {
            if (covered(bin, width)) {
                rates.computeIfAbsent(bin.number(), number -> new ArrayList<>()).add(rate(bin));
            }
        }
        double[] x = rates.keySet().stream()
                .mapToDouble(number -> middle(number, width))
                .toArray();
        double[][] quantiles = rates.values().stream()
                .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
                .map(values ->
                        new double[] {Quantiles.of(values, 0.05), Quantiles.of(values, 0.5), Quantiles.of(values, 0.95)
                        })
                .toArray(double[][]::new);
        return new BandCurves(curve(x, quantiles, 0), curve(x, quantiles, 1), curve(x, quantiles, 2));
    }

    private static Curve curve(double[] x, double[][] quantiles, int which) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = quantiles[i][which];
        }
        return new Curve(x, y);
    }

    private static boolean covered(IntervalSums.FunctionBin bin, long width) {
        return bin.coveredMicros() * 2 >= width;
    }

    private static double rate(IntervalSums.FunctionBin bin) {
        return bin.bytes() * 8e6 / bin.coveredMicros();
    }

    private static double middle(long bin, long width) {
        return (bin + 0.5) * width / 1e6;
    }
}
