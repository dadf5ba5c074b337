package org.faasnetlab.analysis.summary;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/**
 * The time in which all functions of a trial that finished were active: from the last start to the first finish. The
 * aggregate bandwidth is computed only over this window, so that functions which started late or finished early do not
 * distort it.
 *
 * <p>Intervals count in proportion, and undelivered bytes do not count, see {@link WindowBytes}.
 *
 * @param startMicros microseconds after T0
 * @param endMicros microseconds after T0, after the start
 * @param aggregate bandwidth of these functions together inside the window; intervals partly inside count in proportion
 * @param inside by function index, the part of its transfer inside the window
 * @param bins the course inside the window; null if it was not computed
 */
public record CommonWindow(
        long startMicros,
        long endMicros,
        Bandwidth aggregate,
        SortedMap<Integer, Inside> inside,
        @Nullable WindowBins bins) {

    /**
     * The part of a function's transfer inside the window.
     *
     * @param bytes bytes inside
     * @param share of all bytes of the function, 0 to 1
     */
    public record Inside(double bytes, double share) {}

    public CommonWindow {
        inside = Collections.unmodifiableSortedMap(new TreeMap<>(inside));
    }

    /** Without the course inside. */
    public CommonWindow(long startMicros, long endMicros, Bandwidth aggregate, SortedMap<Integer, Inside> inside) {
        this(startMicros, endMicros, aggregate, inside, null);
    }

    private CommonWindow(long startMicros, long endMicros, SortedMap<Integer, Inside> inside) {
        this(startMicros, endMicros, aggregate(inside, endMicros - startMicros), inside);
    }

    /** The same window with the course of its functions, from which the interval of the aggregate follows. */
    public CommonWindow withBins(List<StoredInterval> intervals) {
        return with(WindowBins.of(this, intervals));
    }

    /** The same, from sums that the store computes. */
    public CommonWindow withBins(IntervalSums sums, TrialRow trial) throws StoreException {
        return with(WindowBins.read(this, sums, trial));
    }

    private CommonWindow with(@Nullable WindowBins others) {
        return new CommonWindow(startMicros, endMicros, aggregate, inside, others);
    }

    /**
     * The 95 % interval of the aggregate by block bootstrap over the time of the window, and only of this trial: another one
     * may lie outside. Null if the course is unknown or too short.
     */
    public @Nullable BandwidthRange interval() {
        return bins == null ? null : bins.interval(aggregate);
    }

    private static Bandwidth aggregate(SortedMap<Integer, Inside> inside, long micros) {
        double bytes = 0;
        for (Inside each : inside.values()) {
            bytes += each.bytes();
        }
        return new Bandwidth(bytes * 8e6 / micros);
    }

    /** By function index, the share of its bytes inside the window, 0 to 1. */
    public SortedMap<Integer, Double> shares() {
        SortedMap<Integer, Double> shares = new TreeMap<>();
        inside.forEach((functionIndex, each) -> shares.put(functionIndex, each.share()));
        return shares;
    }

    /** The same window with only the bytes of these functions; empty if none of them finished. */
    public Optional<CommonWindow> ofFunctions(IntPredicate functionIndexes) {
        SortedMap<Integer, Inside> own = new TreeMap<>(inside);
        own.keySet().removeIf(functionIndex -> !functionIndexes.test(functionIndex));
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new CommonWindow(startMicros, endMicros, own)
                        .with(bins == null ? null : bins.only(functionIndexes)));
    }

    /**
     * The window of one trial, or empty if no function finished or there was no time at which all were active.
     *
     * @param intervals of the trial; the bytes of a function without intervals are spread evenly over its transfer
     */
    public static Optional<CommonWindow> of(List<FunctionRow> functions, List<StoredInterval> intervals) {
        return of(functions, intervals, Long.MIN_VALUE);
    }

    /**
     * The part of the common window from a time on, or empty if nothing of it is left.
     *
     * @param fromMicros microseconds after T0
     */
    public static Optional<CommonWindow> of(
            List<FunctionRow> functions, List<StoredInterval> intervals, long fromMicros) {
        Map<Integer, List<StoredInterval>> byFunction =
                intervals.stream().collect(Collectors.groupingBy(StoredInterval::functionIndex));
        Map<Integer, Interval> transfers = transfers(functions);
        return of(
                transfers,
                fromMicros,
                (start, end) -> transfers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                transfer -> bytes(
                                        byFunction.getOrDefault(transfer.getKey(), List.of()).stream()
                                                .map(StoredInterval::interval)
                                                .toList(),
                                        start,
                                        end))));
    }

    /**
     * The same window, from sums that the store computes over the intervals of a trial that is too large to be read.
     */
    public static Optional<CommonWindow> read(IntervalSums sums, TrialRow trial, List<FunctionRow> functions)
            throws StoreException {
        return read(sums, trial, functions, Long.MIN_VALUE);
    }

    /** The part of the same window from a time on, from sums that the store computes. */
    public static Optional<CommonWindow> read(
            IntervalSums sums, TrialRow trial, List<FunctionRow> functions, long fromMicros) throws StoreException {
        Map<Integer, Interval> transfers = transfers(functions);
        return of(transfers, fromMicros, (start, end) -> {
            Map<Integer, WindowBytes> parts = new TreeMap<>();
            for (IntervalSums.FunctionBytes bytes : sums.byFunction(trial.runId(), trial.index(), start, end)) {
                parts.put(bytes.functionIndex(), new WindowBytes(bytes.bytes(), bytes.before(), bytes.inside()));
            }
            return parts;
        });
    }

    private static <E extends Exception> Optional<CommonWindow> of(
            Map<Integer, Interval> transfers, long fromMicros, PartsOfFunctions<E> partsOfFunctions) throws E {
        long start = Math.max(
                fromMicros,
                transfers.values().stream()
                        .mapToLong(Interval::offsetMicros)
                        .max()
                        .orElse(0));
        long end =
                transfers.values().stream().mapToLong(Interval::endMicros).min().orElse(0);
        if (end <= start) {
            return Optional.empty();
        }
        Map<Integer, WindowBytes> parts = partsOfFunctions.of(start, end);
        SortedMap<Integer, Inside> inside = new TreeMap<>();
        for (Map.Entry<Integer, Interval> transfer : transfers.entrySet()) {
            Interval whole = transfer.getValue();
            WindowBytes own = parts.get(transfer.getKey());
            if (own == null || own.measured() == 0) {
                own = bytes(List.of(whole), start, end);
            }
            double all = Math.min(own.measured(), (double) whole.bytes());
            double part = own.delivered(whole.bytes());
            inside.put(transfer.getKey(), new Inside(part, all == 0 ? 0 : part / all));
        }
        return Optional.of(new CommonWindow(start, end, inside));
    }

    /** Bytes of the intervals of functions before and inside a window, by function index. */
    private interface PartsOfFunctions<E extends Exception> {
        Map<Integer, WindowBytes> of(long start, long end) throws E;
    }

    private static WindowBytes bytes(List<Interval> own, long start, long end) {
        return new WindowBytes(
                own.stream().mapToLong(Interval::bytes).sum(),
                own.stream()
                        .mapToDouble(interval -> bytesInside(interval, Long.MIN_VALUE, start))
                        .sum(),
                own.stream()
                        .mapToDouble(interval -> bytesInside(interval, start, end))
                        .sum());
    }

    /** Start, length and bytes of every function that finished, by function index. */
    private static Map<Integer, Interval> transfers(List<FunctionRow> functions) {
        Map<Integer, Interval> transfers = new TreeMap<>();
        for (FunctionRow function : functions) {
            if (function.bandwidth() != null && function.startOffsetMicros() != null) {
                transfers.put(
                        function.functionIndex(),
                        new Interval(
                                function.startOffsetMicros(),
                                Objects.requireNonNull(function.durationMicros()),
                                Objects.requireNonNull(function.receiverBytes()),
                                null));
            }
        }
        return transfers;
    }

    private static double bytesInside(Interval interval, long start, long end) {
        long from = Math.max(interval.offsetMicros(), start);
        long to = Math.min(interval.endMicros(), end);
        return to <= from ? 0 : interval.bytes() * ((to - from) / (double) interval.durationMicros());
    }
}
