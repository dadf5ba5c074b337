package org.faasnetlab.analysis.summary;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.faasnetlab.analysis.stats.BlockResampling;
import org.faasnetlab.analysis.stats.SampleStatistics.Range;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/**
 * The course of the functions of a common window: their bytes in time bins of equal width, which start at multiples of
 * their width after T0 and lie within the window. From them follows how well the window's time determines its aggregate.
 */
final class WindowBins {
    private static final long MIN_BIN_MICROS = 100_000;
    /** Two blocks of the bootstrap, of 1 s each. */
    private static final double MIN_SECONDS = 2;
    /** The key of bins that are not divided between functions. */
    private static final int ALL = -1;

    private final int count;
    private final double seconds;
    private final SortedMap<Integer, double[]> bytes;

    private WindowBins(int count, double seconds, SortedMap<Integer, double[]> bytes) {
        this.count = count;
        this.seconds = seconds;
        this.bytes = bytes;
    }

    /** The bins inside a window. */
    private record Grid(long width, long first, int count) {
        static Grid of(CommonWindow window, double meanIntervalMicros) {
            long width = Math.max(1, Math.round(meanIntervalMicros / MIN_BIN_MICROS)) * MIN_BIN_MICROS;
            long first = Math.floorDiv(window.startMicros() + width - 1, width);
            return new Grid(width, first, (int) Math.max(0, Math.floorDiv(window.endMicros(), width) - first));
        }

        void add(double[] bins, Interval interval) {
            double rate = interval.bytes() / (double) interval.durationMicros();
            long bin = Math.max(first, Math.floorDiv(interval.offsetMicros(), width));
            for (; bin < first + count && bin * width < interval.endMicros(); bin++) {
                long from = Math.max(interval.offsetMicros(), bin * width);
                long to = Math.min(interval.endMicros(), (bin + 1) * width);
                bins[(int) (bin - first)] += rate * Math.max(0, to - from);
            }
        }

        double seconds() {
            return count * (double) width / 1e6;
        }
    }

    /** @param intervals of the trial */
    static WindowBins of(CommonWindow window, List<StoredInterval> intervals) {
        List<StoredInterval> own = intervals.stream()
                .filter(stored -> window.inside().containsKey(stored.functionIndex()))
                .toList();
        Grid grid = Grid.of(
                window,
                own.stream()
                        .mapToLong(stored -> stored.interval().durationMicros())
                        .average()
                        .orElse(MIN_BIN_MICROS));
        SortedMap<Integer, double[]> bytes = new TreeMap<>();
        for (StoredInterval stored : own) {
            grid.add(
                    bytes.computeIfAbsent(stored.functionIndex(), first -> new double[grid.count()]),
                    stored.interval());
        }
        return new WindowBins(grid.count(), grid.seconds(), bytes);
    }

    /**
     * The same from sums that the store computes; without the parts of functions, and null if one of them is not in the
     * window.
     */
    static @Nullable WindowBins read(CommonWindow window, IntervalSums sums, TrialRow trial) throws StoreException {
        List<IntervalSums.Extent> extents = sums.extents(trial.runId(), trial.index());
        if (!extents.stream().allMatch(extent -> window.inside().containsKey(extent.functionIndex()))) {
            return null;
        }
        double covered = extents.stream()
                .mapToLong(extent -> extent.endMicros() - extent.startMicros())
                .sum();
        Grid grid = Grid.of(window, covered / Math.max(1, sums.count(trial.runId(), trial.index())));
        double[] all = new double[grid.count()];
        for (IntervalSums.Bin bin : sums.bins(trial.runId(), trial.index(), grid.width())) {
            long index = bin.number() - grid.first();
            if (index >= 0 && index < all.length) {
                all[(int) index] = bin.bytes();
            }
        }
        return new WindowBins(grid.count(), grid.seconds(), new TreeMap<>(Map.of(ALL, all)));
    }

    /** Those of some functions; null if the parts of functions are unknown. */
    @Nullable
    WindowBins only(IntPredicate functionIndexes) {
        SortedMap<Integer, double[]> own = new TreeMap<>(bytes);
        own.keySet().removeIf(functionIndex -> !functionIndexes.test(functionIndex));
        return bytes.containsKey(ALL) ? null : new WindowBins(count, seconds, own);
    }

    /**
     * The 95 % interval of the mean over the window by block bootstrap; null if the window is too short for it.
     *
     * @param aggregate the mean
     */
    @Nullable
    BandwidthRange interval(Bandwidth aggregate) {
        if (seconds < MIN_SECONDS || bytes.isEmpty()) {
            return null;
        }
        double[] sum = new double[count];
        bytes.values().forEach(own -> {
            for (int i = 0; i < count; i++) {
                sum[i] += own[i];
            }
        });
        Range deviations = BlockResampling.of(sum, seconds).rateDeviations();
        return BandwidthRange.of(new Range(
                aggregate.bitsPerSecond() + 8 * deviations.low(), aggregate.bitsPerSecond() + 8 * deviations.high()));
    }
}
