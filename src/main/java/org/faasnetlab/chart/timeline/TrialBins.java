package org.faasnetlab.chart.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoredInterval;

/**
 * What the functions of a trial moved over time, in {@linkplain IntervalBins bins}: the one way in which intervals become
 * curves, whether they come one by one from a run, all together from a list, or as sums from the store. A bin is computed
 * over the functions once, and again only after something was added to it, so that a thousand functions cost no more per
 * redraw than a few. Not thread-safe.
 */
public final class TrialBins {
    /** Width of a bin where nothing else is asked for: 100 ms, as short as an interval can be. */
    public static final long BIN_MICROS = 100_000;

    /** As many bins of a live chart as are drawn smoothly ten times a second. */
    private static final int LIVE_CAPACITY = 600;

    private final SortedMap<Integer, IntervalBins> functions = new TreeMap<>();
    private final Map<Long, Point> points = new HashMap<>();
    private final Map<Long, double[]> quantiles = new HashMap<>();
    private final int capacity;
    private final long notBefore;
    private long binMicros;

    /**
     * One bin over all functions.
     *
     * @param startMicros its start in microseconds after T0
     * @param bandwidth what all functions moved in it, over its whole width
     * @param functions how many functions measured in it
     * @param coverage how much of the bin these functions measured, on average, 0 to 1; less than 1 in the bins in
     *     which functions start or end
     */
    public record Point(long startMicros, Bandwidth bandwidth, int functions, double coverage) {}

    private TrialBins(long binMicros, int capacity, long notBefore) {
        this.binMicros = binMicros;
        this.capacity = capacity;
        this.notBefore = notBefore;
    }

    /**
     * No bins yet, for a trial that is under way. Only so many are kept: when the trial outlasts them, neighbours are
     * merged and bins are twice as wide, so that the whole trial stays in view and memory is bounded. What came before T0
     * is left out.
     */
    public static TrialBins live() {
        return new TrialBins(BIN_MICROS, LIVE_CAPACITY, 0);
    }

    /** @param intervals of one trial */
    public static TrialBins of(List<StoredInterval> intervals, long binMicros) {
        TrialBins bins = new TrialBins(new IntervalBins(binMicros).binMicros(), Integer.MAX_VALUE, Long.MIN_VALUE);
        intervals.forEach(one -> bins.add(one.functionIndex(), one.interval()));
        return bins;
    }

    /** @param intervals of each function, by its index */
    static TrialBins of(Map<Integer, List<Interval>> intervals, long binMicros) {
        TrialBins bins = new TrialBins(binMicros, Integer.MAX_VALUE, Long.MIN_VALUE);
        intervals.forEach((functionIndex, own) -> bins.functions.put(functionIndex, IntervalBins.of(own, binMicros)));
        return bins;
    }

    /** @param sums over bins of this width */
    public static TrialBins ofSums(List<IntervalSums.FunctionBin> sums, long binMicros) {
        TrialBins bins = new TrialBins(binMicros, Integer.MAX_VALUE, Long.MIN_VALUE);
        sums.forEach(
                one -> bins.functionOrNew(one.functionIndex()).add(one.number(), one.bytes(), one.coveredMicros()));
        return bins;
    }

    public void add(int functionIndex, Interval interval) {
        if (capacity < Integer.MAX_VALUE) {
            while (interval.endMicros() > capacity * binMicros) {
                doubleWidth();
            }
        }
        functionOrNew(functionIndex).add(interval, notBefore);
        long from = Math.floorDiv(Math.max(notBefore, interval.offsetMicros()), binMicros);
        for (long bin = from; !points.isEmpty() && bin * binMicros < interval.endMicros(); bin++) {
            points.remove(bin);
            quantiles.remove(bin);
        }
    }

    private void doubleWidth() {
        functions.values().forEach(IntervalBins::doubleWidth);
        binMicros *= 2;
        points.clear();
        quantiles.clear();
    }

    private IntervalBins functionOrNew(int functionIndex) {
        return functions.computeIfAbsent(functionIndex, unknown -> new IntervalBins(binMicros));
    }

    public long binMicros() {
        return binMicros;
    }

    /** The bins of each function that measured, by its index. */
    SortedMap<Integer, IntervalBins> functions() {
        return functions;
    }

    /** The bins of a function; none if it has not measured yet. */
    public IntervalBins function(int functionIndex) {
        IntervalBins bins = functions.get(functionIndex);
        return bins == null ? new IntervalBins(binMicros) : bins;
    }

    /** The same bins of some functions only. */
    public TrialBins only(IntPredicate functionIndexes) {
        TrialBins some = new TrialBins(binMicros, capacity, notBefore);
        functions.forEach((functionIndex, bins) -> {
            if (functionIndexes.test(functionIndex)) {
                some.functions.put(functionIndex, bins);
            }
        });
        return some;
    }

    /** The functions together, as bins of their own. */
    public IntervalBins sum() {
        IntervalBins sum = new IntervalBins(binMicros);
        for (IntervalBins own : functions.values()) {
            for (long bin = own.first(); bin < own.end(); bin++) {
                if (own.covers(bin)) {
                    sum.add(bin, own.bytes(bin), own.coveredMicros(bin));
                }
            }
        }
        return sum;
    }

    /** One for each bin from the first in which any function measured to the last, without gaps. */
    public List<Point> points() {
        return all().mapToObj(this::point).toList();
    }

    private LongStream all() {
        Collection<IntervalBins> each = functions.values();
        return LongStream.range(
                each.stream().mapToLong(IntervalBins::first).min().orElse(0),
                each.stream().mapToLong(IntervalBins::end).max().orElse(0));
    }

    private Point point(long bin) {
        Point known = points.get(bin);
        if (known == null) {
            known = computePoint(bin);
            points.put(bin, known);
        }
        return known;
    }

    private Point computePoint(long bin) {
        double bytes = 0;
        double covered = 0;
        int contributing = 0;
        for (IntervalBins function : functions.values()) {
            bytes += function.bytes(bin);
            covered += Math.min(binMicros, function.coveredMicros(bin));
            contributing += function.covers(bin) ? 1 : 0;
        }
        return new Point(
                bin * binMicros,
                new Bandwidth(bytes * 8e6 / binMicros),
                contributing,
                contributing == 0 ? 0 : covered / binMicros / contributing);
    }

    /** The 5th percentile, median and 95th percentile over the functions, where any measured at least half of a bin. */
    BandCurves band() {
        return band(all().filter(bin -> !Double.isNaN(quantiles(bin)[1])).toArray());
    }

    /** The same for the first bins after T0; a bin of which no function measured half is a gap. */
    public BandCurves band(int bins) {
        return band(LongStream.range(0, bins).toArray());
    }

    private BandCurves band(long[] bins) {
        return new BandCurves(
                curve(bins, bin -> quantiles(bin)[0]),
                curve(bins, bin -> quantiles(bin)[1]),
                curve(bins, bin -> quantiles(bin)[2]));
    }

    private double[] quantiles(long bin) {
        double[] known = quantiles.get(bin);
        if (known == null) {
            double[] rates = functions.values().stream()
                    .filter(function -> function.coversHalf(bin))
                    .mapToDouble(function -> function.rate(bin))
                    .toArray();
            known = rates.length == 0
                    ? new double[] {Double.NaN, Double.NaN, Double.NaN}
                    : new double[] {Quantiles.of(rates, 0.05), Quantiles.of(rates, 0.5), Quantiles.of(rates, 0.95)};
            quantiles.put(bin, known);
            point(bin); // so that an added interval knows that something was computed
        }
        return known;
    }

    /** The sum over the functions in each of the first bins after T0. */
    public Curve aggregate(int bins) {
        return curve(
                LongStream.range(0, bins).toArray(),
                bin -> point(bin).bandwidth().bitsPerSecond());
    }

    /** The rate of one function in each of the first bins after T0. */
    public Curve rates(int functionIndex, int bins) {
        return curve(LongStream.range(0, bins).toArray(), function(functionIndex)::rate);
    }

    /** The rate of one function in the bins of which it measured at least half. */
    Curve rates(int functionIndex) {
        IntervalBins function = function(functionIndex);
        return curve(measured(function), function::rate);
    }

    /** The same as level lines over the bins. */
    Curve steps(int functionIndex) {
        IntervalBins function = function(functionIndex);
        return steps(measured(function), function::rate);
    }

    private static long[] measured(IntervalBins function) {
        return LongStream.range(function.first(), function.end())
                .filter(function::coversHalf)
                .toArray();
    }

    /** A value for each bin, at the bin's middle, in seconds after T0. */
    Curve curve(long[] bins, LongToDoubleFunction value) {
        return new Curve(
                LongStream.of(bins)
                        .mapToDouble(bin -> (bin + 0.5) * binMicros / 1e6)
                        .toArray(),
                LongStream.of(bins).mapToDouble(value).toArray());
    }

    /** Level lines over the bins: a slope from one mean to the next would say something that was not measured. */
    Curve steps(long[] bins, LongToDoubleFunction value) {
        double[] x = new double[2 * bins.length];
        double[] y = new double[2 * bins.length];
        for (int i = 0; i < bins.length; i++) {
            x[2 * i] = bins[i] * binMicros / 1e6;
            x[2 * i + 1] = (bins[i] + 1) * binMicros / 1e6;
            y[2 * i] = value.applyAsDouble(bins[i]);
            y[2 * i + 1] = y[2 * i];
        }
        return new Curve(x, y);
    }
}
