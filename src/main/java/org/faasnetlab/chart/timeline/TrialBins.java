package org.faasnetlab.chart.timeline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;
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

    /** Bins of all functions of a trial together, about 64 MB. */
    private static final long MAX_BINS_OF_ALL_FUNCTIONS = 4_000_000;

    /** Fewer bins are no curve. */
    private static final long MIN_BINS = 60;

    /** As many bins of a live chart as are drawn smoothly ten times a second. */
    private static final int LIVE_CAPACITY = 600;

    /** The quantiles of {@link BandCurves}. */
    private static final double[] BAND = {0.05, 0.5, 0.95};

    private static final double[] UNKNOWN_BAND = {Double.NaN, Double.NaN, Double.NaN};

    private final int capacity;
    private final long notBefore;
    private long binMicros;

    /** Indexes of the functions, ascending, and the bins of each at the same position. */
    private int[] indexes = {};

    private IntervalBins[] functions = {};
    private int count;

    /** What was computed over the functions of a live trial, at the number of the bin. */
    private final double[][] cachedBand;

    private final double[] cachedAggregate;
    private final BitSet bandKnown = new BitSet();
    private final BitSet aggregateKnown = new BitSet();

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
        int cached = isLive() ? capacity : 0;
        cachedBand = new double[][] {new double[cached], new double[cached], new double[cached]};
        cachedAggregate = new double[cached];
    }

    private boolean isLive() {
        return capacity < Integer.MAX_VALUE;
    }

    /**
     * No bins yet, for a trial that is under way. Only so many are kept: when the trial outlasts them, neighbours are
     * merged and bins are twice as wide, so that the whole trial stays in view and memory is bounded. What came before T0
     * is left out.
     */
    public static TrialBins live() {
        return new TrialBins(BIN_MICROS, LIVE_CAPACITY, 0);
    }

    /**
     * A width of bins with which the functions of a trial need a bounded amount of memory: 100 ms, or several times that in
     * a long trial or one with many functions.
     *
     * @param spanMicros see {@link #span}
     * @param maxBins of one function, at least 1
     */
    public static long binMicros(long spanMicros, int functions, int maxBins) {
        long bins = Math.max(MIN_BINS, Math.min(maxBins, MAX_BINS_OF_ALL_FUNCTIONS / Math.max(1, functions)));
        return BIN_MICROS * (1 + spanMicros / (BIN_MICROS * bins));
    }

    /** The time that bins cover: from T0, or from the start if that is before T0, to the end. */
    public static long span(long startMicros, long endMicros) {
        return Math.max(0, endMicros) - Math.min(0, startMicros);
    }

    /**
     * Adds up the intervals of one trial in bins.
     *
     * @param intervals of one trial
     */
    public static TrialBins of(List<StoredInterval> intervals, long binMicros) {
        TrialBins bins = new TrialBins(new IntervalBins(binMicros).binMicros(), Integer.MAX_VALUE, Long.MIN_VALUE);
        intervals.forEach(stored -> bins.add(stored.functionIndex(), stored.interval()));
        return bins;
    }

    /** @param intervals of each function, by its index */
    static TrialBins of(Map<Integer, List<Interval>> intervals, long binMicros) {
        TrialBins bins = new TrialBins(binMicros, Integer.MAX_VALUE, Long.MIN_VALUE);
        intervals.forEach((functionIndex, measured) -> bins.put(functionIndex, IntervalBins.of(measured, binMicros)));
        return bins;
    }

    /**
     * Takes over bins that the store has added up.
     *
     * @param sums over bins of this width
     */
    public static TrialBins ofSums(List<IntervalSums.FunctionBin> sums, long binMicros) {
        TrialBins bins = new TrialBins(binMicros, Integer.MAX_VALUE, Long.MIN_VALUE);
        sums.forEach(bin ->
                bins.functionOrNew(bin.functionIndex()).add(bin.number(), (double) bin.bytes(), bin.coveredMicros()));
        return bins;
    }

    public void add(int functionIndex, Interval interval) {
        if (isLive()) {
            while (interval.endMicros() > capacity * binMicros) {
                doubleWidth();
            }
        }
        functionOrNew(functionIndex).add(interval, notBefore);
        if (isLive() && interval.endMicros() > notBefore) {
            int from = (int) Math.floorDiv(Math.max(notBefore, interval.offsetMicros()), binMicros);
            int to = from + 1;
            while (to * binMicros < interval.endMicros()) {
                to++;
            }
            bandKnown.clear(from, to);
            aggregateKnown.clear(from, to);
        }
    }

    private void doubleWidth() {
        for (int i = 0; i < count; i++) {
            functions[i].doubleWidth();
        }
        binMicros *= 2;
        bandKnown.clear();
        aggregateKnown.clear();
    }

    private IntervalBins functionOrNew(int functionIndex) {
        int position = position(functionIndex);
        return position >= 0 ? functions[position] : put(functionIndex, new IntervalBins(binMicros));
    }

    /** As {@link Arrays#binarySearch(int[], int)}; functions usually have the indexes 0, 1, 2 and so on. */
    private int position(int functionIndex) {
        return functionIndex >= 0 && functionIndex < count && indexes[functionIndex] == functionIndex
                ? functionIndex
                : Arrays.binarySearch(indexes, 0, count, functionIndex);
    }

    /** Adds a function that is not there yet. */
    private IntervalBins put(int functionIndex, IntervalBins bins) {
        int position = -position(functionIndex) - 1;
        if (count == indexes.length) {
            indexes = Arrays.copyOf(indexes, Math.max(16, 2 * count));
            functions = Arrays.copyOf(functions, indexes.length);
        }
        System.arraycopy(indexes, position, indexes, position + 1, count - position);
        System.arraycopy(functions, position, functions, position + 1, count - position);
        indexes[position] = functionIndex;
        functions[position] = bins;
        count++;
        return bins;
    }

    public long binMicros() {
        return binMicros;
    }

    /** Indexes of the functions that measured, ascending. */
    int[] functionIndexes() {
        return Arrays.copyOf(indexes, count);
    }

    /** The bins of a function; none if it has not measured yet. */
    public IntervalBins function(int functionIndex) {
        int position = position(functionIndex);
        return position < 0 ? new IntervalBins(binMicros) : functions[position];
    }

    /** The same bins of some functions only. */
    public TrialBins only(IntPredicate functionIndexes) {
        TrialBins some = new TrialBins(binMicros, capacity, notBefore);
        for (int i = 0; i < count; i++) {
            if (functionIndexes.test(indexes[i])) {
                some.put(indexes[i], functions[i]);
            }
        }
        return some;
    }

    /** The functions together, as bins of their own. */
    public IntervalBins sum() {
        IntervalBins sum = new IntervalBins(binMicros);
        for (int i = 0; i < count; i++) {
            IntervalBins function = functions[i];
            for (long bin = function.first(); bin < function.end(); bin++) {
                if (function.covers(bin)) {
                    sum.add(bin, function.bytes(bin), function.coveredMicros(bin));
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
        long first = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            first = Math.min(first, functions[i].first());
            end = Math.max(end, functions[i].end());
        }
        return LongStream.range(first, end);
    }

    /** Numbers of the bins in which any function measured. */
    long[] measured() {
        return all().filter(bin -> isCoveredByAny(bin, 0)).toArray();
    }

    /** Whether any function measured more than this share of a bin. */
    boolean isCoveredByAny(long bin, double share) {
        for (int i = 0; i < count; i++) {
            if (functions[i].coveredMicros(bin) > share * binMicros) {
                return true;
            }
        }
        return false;
    }

    /** How much of a bin the function measured that measured most of it, in microseconds. */
    long mostCoveredMicros(long bin) {
        long most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, Math.min(binMicros, functions[i].coveredMicros(bin)));
        }
        return most;
    }

    private Point point(long bin) {
        double covered = 0;
        int contributing = 0;
        for (int i = 0; i < count; i++) {
            covered += Math.min(binMicros, functions[i].coveredMicros(bin));
            contributing += functions[i].covers(bin) ? 1 : 0;
        }
        return new Point(
                bin * binMicros,
                new Bandwidth(bitsPerSecond(bin)),
                contributing,
                contributing == 0 ? 0 : covered / binMicros / contributing);
    }

    /** What all functions moved in a bin, over its whole width. */
    double bitsPerSecond(long bin) {
        double bytes = 0;
        for (int i = 0; i < count; i++) {
            bytes += functions[i].bytes(bin);
        }
        return bytes * 8e6 / binMicros;
    }

    /**
     * The 5th percentile, median and 95th percentile over the functions, from the first bin of which any measured at least
     * half to the last; one in between of which none did is a gap.
     */
    BandCurves band() {
        double[] rates = new double[count];
        long[] measured = all().filter(bin -> rates(bin, rates) > 0).toArray();
        return measured.length == 0
                ? BandCurves.NONE
                : band(LongStream.rangeClosed(measured[0], measured[measured.length - 1])
                        .toArray());
    }

    /** The same for the first bins after T0; a bin of which no function measured half is a gap. */
    public BandCurves band(int bins) {
        return band(LongStream.range(0, bins).toArray());
    }

    private BandCurves band(long[] bins) {
        double[][] band = new double[BAND.length][bins.length];
        double[] rates = new double[count];
        for (int i = 0; i < bins.length; i++) {
            quantiles(bins[i], rates, band, i);
        }
        double[] seconds = middles(bins);
        return new BandCurves(new Curve(seconds, band[0]), new Curve(seconds, band[1]), new Curve(seconds, band[2]));
    }

    private void quantiles(long bin, double[] rates, double[][] band, int position) {
        boolean cached = bin >= 0 && bin < cachedAggregate.length;
        if (!cached || !bandKnown.get((int) bin)) {
            int measured = rates(bin, rates);
            double[] quantiles = measured == 0 ? UNKNOWN_BAND : Quantiles.of(Arrays.copyOf(rates, measured), BAND);
            for (int i = 0; i < BAND.length; i++) {
                band[i][position] = quantiles[i];
                if (cached) {
                    cachedBand[i][(int) bin] = quantiles[i];
                    bandKnown.set((int) bin);
                }
            }
        } else {
            for (int i = 0; i < BAND.length; i++) {
                band[i][position] = cachedBand[i][(int) bin];
            }
        }
    }

    /** Writes the rates of the functions that measured at least half of a bin, and returns how many did. */
    private int rates(long bin, double[] rates) {
        int measured = 0;
        for (int i = 0; i < count; i++) {
            if (functions[i].coversHalf(bin)) {
                rates[measured++] = functions[i].rate(bin);
            }
        }
        return measured;
    }

    /** The sum over the functions in each of the first bins after T0. */
    public Curve aggregate(int bins) {
        double[] sums = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            if (bin >= cachedAggregate.length) {
                sums[bin] = bitsPerSecond(bin);
            } else {
                if (!aggregateKnown.get(bin)) {
                    cachedAggregate[bin] = bitsPerSecond(bin);
                    aggregateKnown.set(bin);
                }
                sums[bin] = cachedAggregate[bin];
            }
        }
        return new Curve(middles(LongStream.range(0, bins).toArray()), sums);
    }

    /** The rate of one function in each of the first bins after T0; one of which it measured less than half is a gap. */
    public Curve rates(int functionIndex, int bins) {
        IntervalBins function = function(functionIndex);
        return curve(
                LongStream.range(0, bins).toArray(), bin -> function.coversHalf(bin) ? function.rate(bin) : Double.NaN);
    }

    /** The rate of one function in the bins of which it measured at least half. */
    Curve rates(int functionIndex) {
        IntervalBins function = function(functionIndex);
        return curve(measured(function), function::rate);
    }

    /**
     * The same as level lines over the bins, and over what the function measured of the first one if that is {@value
     * #BIN_MICROS} microseconds or more.
     */
    Curve steps(int functionIndex) {
        IntervalBins function = function(functionIndex);
        long[] bins = LongStream.range(function.first(), function.end())
                .filter(bin -> function.coversHalf(bin)
                        || (bin == function.first() && function.coveredMicros(bin) >= BIN_MICROS))
                .toArray();
        return steps(bins, function::rate, function::coveredMicros);
    }

    private static long[] measured(IntervalBins function) {
        return LongStream.range(function.first(), function.end())
                .filter(function::coversHalf)
                .toArray();
    }

    /** A value for each bin, at the bin's middle, in seconds after T0; bins that are left out are a gap. */
    Curve curve(long[] bins, LongToDoubleFunction value) {
        Curve.Builder curve = new Curve.Builder();
        for (int i = 0; i < bins.length; i++) {
            if (isAfterGap(bins, i)) {
                curve.add(middle(bins[i - 1] + 1), Double.NaN);
            }
            curve.add(middle(bins[i]), value.applyAsDouble(bins[i]));
        }
        return curve.build();
    }

    private static boolean isAfterGap(long[] bins, int position) {
        return position > 0 && bins[position] > bins[position - 1] + 1;
    }

    private double middle(long bin) {
        return (bin + 0.5) * binMicros / 1e6;
    }

    private double[] middles(long[] bins) {
        double[] seconds = new double[bins.length];
        for (int i = 0; i < bins.length; i++) {
            seconds[i] = middle(bins[i]);
        }
        return seconds;
    }

    /**
     * Level lines over the bins: a slope from one mean to the next would say something that was not measured, and so would
     * a line over bins that are left out. The first of them begins where the transfer did.
     *
     * @param coveredMicros how much of a bin was measured
     */
    Curve steps(long[] bins, LongToDoubleFunction value, LongUnaryOperator coveredMicros) {
        Curve.Builder steps = new Curve.Builder();
        for (int i = 0; i < bins.length; i++) {
            long before = i > 0 ? 0 : Math.max(0, binMicros - coveredMicros.applyAsLong(bins[i]));
            double start = (bins[i] * binMicros + before) / 1e6;
            double end = (bins[i] + 1) * binMicros / 1e6;
            double y = value.applyAsDouble(bins[i]);
            if (isAfterGap(bins, i)) {
                steps.add((bins[i - 1] + 1) * binMicros / 1e6, Double.NaN);
            }
            steps.add(start, y).add(end, y);
        }
        return steps.build();
    }
}
