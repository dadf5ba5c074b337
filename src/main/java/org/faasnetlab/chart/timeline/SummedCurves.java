package org.faasnetlab.chart.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/**
 * Curves of a trial with more intervals than are worth reading: the database sums them over bins of time. The aggregate
 * has as many bins as a screen can show, functions have fewer the more of them there are.
 */
public final class SummedCurves {
    private static final int AGGREGATE_BINS = 1_200;
    private static final int BINS_OF_ALL_FUNCTIONS = 150_000;
    private static final int MIN_BINS = 60;

    /** The longest transfer of a plan, 900 s and 60 s omitted, in bins of 100 ms. */
    private static final int MAX_BINS_OF_AGGREGATE = 9_600;

    private final IntervalSums sums;
    private final TrialRow trial;
    private final long spanMicros;

    SummedCurves(IntervalSums sums, TrialRow trial) throws StoreException {
        this.sums = sums;
        this.trial = trial;
        this.spanMicros = spanMicros(sums, trial);
    }

    private static long spanMicros(IntervalSums sums, TrialRow trial) throws StoreException {
        List<IntervalSums.Extent> extents = sums.extents(trial.runId(), trial.index());
        return TrialBins.span(
                extents.stream()
                        .mapToLong(IntervalSums.Extent::startMicros)
                        .min()
                        .orElse(0),
                extents.stream().mapToLong(IntervalSums.Extent::endMicros).max().orElse(0));
    }

    TrialCurves read() throws StoreException {
        TrialBins bins = functionBins();
        IntervalBins all = total(sums, trial, width(AGGREGATE_BINS));
        List<TrialCurves.FunctionCurve> lines = Arrays.stream(bins.functionIndexes())
                .mapToObj(functionIndex -> new TrialCurves.FunctionCurve(functionIndex, bins.rates(functionIndex)))
                .filter(line -> line.curve().size() > 0)
                .toList();
        return new TrialCurves(curve(all), bins.band(), lines, bins.binMicros(), all.binMicros());
    }

    /** Some functions together, in the bins of functions. */
    Curve ofFunctions(IntPredicate functionIndexes) throws StoreException {
        return curve(functionBins().only(functionIndexes).sum());
    }

    private TrialBins functionBins() throws StoreException {
        int bins = Math.max(MIN_BINS, BINS_OF_ALL_FUNCTIONS / Math.max(1, trial.functions()));
        long width = width(bins);
        return TrialBins.ofSums(sums.functionBins(trial.runId(), trial.index(), width), width);
    }

    /**
     * All functions of a trial together, or those of one direction, in bins as short as memory allows.
     *
     * @param direction null for all functions
     */
    public static Curve aggregate(IntervalSums sums, TrialRow trial, @Nullable Direction direction)
            throws StoreException {
        long span = spanMicros(sums, trial);
        if (direction == null) {
            return curve(total(sums, trial, TrialBins.binMicros(span, 1, MAX_BINS_OF_AGGREGATE)));
        }
        long width = TrialBins.binMicros(span, trial.functions(), MAX_BINS_OF_AGGREGATE);
        return curve(TrialBins.ofSums(sums.functionBins(trial.runId(), trial.index(), width), width)
                .only(functionIndex -> trial.directionOf(functionIndex) == direction)
                .sum());
    }

    private static IntervalBins total(IntervalSums sums, TrialRow trial, long binMicros) throws StoreException {
        IntervalBins bins = new IntervalBins(binMicros);
        for (IntervalSums.Bin bin : sums.bins(trial.runId(), trial.index(), binMicros)) {
            bins.add(bin.number(), (double) bin.bytes(), bin.coveredMicros());
        }
        return bins;
    }

    /** Rounded up to whole shortest bins, so that bins of neighbours in size begin together. */
    private long width(int bins) {
        return Math.max(1, (spanMicros / bins + TrialBins.BIN_MICROS - 1) / TrialBins.BIN_MICROS)
                * TrialBins.BIN_MICROS;
    }

    /** The rate in each bin from the first to the last; one in which nothing was measured is a gap. */
    private static Curve curve(IntervalBins bins) {
        long[] drawn = LongStream.range(bins.first(), endWithoutDrop(bins)).toArray();
        return new Curve(
                LongStream.of(drawn)
                        .mapToDouble(bin -> (bin + 0.5) * bins.binMicros() / 1e6)
                        .toArray(),
                LongStream.of(drawn)
                        .mapToDouble(bin -> bins.covers(bin) ? bins.bytes(bin) * 8e6 / bins.binMicros() : Double.NaN)
                        .toArray());
    }

    /**
     * Leaves out a last bin that is covered less than half as much as the one before in which anything was measured: it
     * would look like a drop.
     */
    private static long endWithoutDrop(IntervalBins bins) {
        long last = bins.end() - 1;
        long before = last - 1;
        while (before >= bins.first() && !bins.covers(before)) {
            before--;
        }
        boolean drop = before >= bins.first() && bins.coveredMicros(last) * 2 < bins.coveredMicros(before);
        return drop ? before + 1 : bins.end();
    }
}
