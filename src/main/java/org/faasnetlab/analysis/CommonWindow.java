package org.faasnetlab.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionInterval;
import org.faasnetlab.store.FunctionRow;

/**
 * The time in which all functions of a trial that finished were under way: from the last start to the first finish. The
 * aggregate bandwidth is computed over it alone, so that functions which started late or ended early do not distort it.
 *
 * <p>The intervals of an upload are the sender's and hold more than the receiver counted: at its start the sender fills
 * its own buffers, and what they hold at the end was not delivered. That excess is left out of the earliest intervals.
 *
 * @param startMicros microseconds after T0
 * @param endMicros microseconds after T0, after the start
 * @param aggregate what these functions moved inside, together; intervals partly inside count in proportion
 * @param shares by worker, how much of what a function moved lies inside, 0 to 1
 */
public record CommonWindow(long startMicros, long endMicros, Bandwidth aggregate, SortedMap<Integer, Double> shares) {
    public CommonWindow {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    /**
     * The window of one trial, or empty if no function finished or there was no time at which all were under way.
     *
     * @param intervals of the trial; a function that has none counts evenly over its transfer
     */
    public static Optional<CommonWindow> of(List<FunctionRow> functions, List<FunctionInterval> intervals) {
        Map<Integer, Interval> transfers = transfers(functions);
        long start = transfers.values().stream()
                .mapToLong(Interval::offsetMicros)
                .max()
                .orElse(0);
        long end =
                transfers.values().stream().mapToLong(Interval::endMicros).min().orElse(0);
        if (end <= start) {
            return Optional.empty();
        }
        Map<Integer, List<FunctionInterval>> byWorker =
                intervals.stream().collect(Collectors.groupingBy(FunctionInterval::worker));
        SortedMap<Integer, Double> shares = new TreeMap<>();
        double inside = 0;
        for (Map.Entry<Integer, Interval> transfer : transfers.entrySet()) {
            List<Interval> own = byWorker.getOrDefault(transfer.getKey(), List.of()).stream()
                    .map(FunctionInterval::interval)
                    .toList();
            if (own.isEmpty()) {
                own = List.of(transfer.getValue());
            }
            double all = Math.min(
                    own.stream().mapToLong(Interval::bytes).sum(),
                    transfer.getValue().bytes());
            double part = delivered(own, transfer.getValue().bytes(), start, end);
            shares.put(transfer.getKey(), all == 0 ? 0 : part / all);
            inside += part;
        }
        return Optional.of(new CommonWindow(start, end, new Bandwidth(inside * 8e6 / (end - start)), shares));
    }

    /** Start, length and bytes of every function that finished, by worker. */
    private static Map<Integer, Interval> transfers(List<FunctionRow> functions) {
        Map<Integer, Interval> transfers = new TreeMap<>();
        for (FunctionRow function : functions) {
            if (function.bandwidth() != null && function.startOffsetMicros() != null) {
                transfers.put(
                        function.worker(),
                        new Interval(
                                function.startOffsetMicros(),
                                Objects.requireNonNull(function.durationMicros()),
                                Objects.requireNonNull(function.receiverBytes()),
                                null));
            }
        }
        return transfers;
    }

    private static double delivered(List<Interval> own, long receiverBytes, long start, long end) {
        double excess = own.stream().mapToLong(Interval::bytes).sum() - receiverBytes;
        double before = own.stream()
                .mapToDouble(one -> bytesInside(one, Long.MIN_VALUE, start))
                .sum();
        double inside =
                own.stream().mapToDouble(one -> bytesInside(one, start, end)).sum();
        return Math.max(0, inside - Math.max(0, excess - before));
    }

    private static double bytesInside(Interval interval, long start, long end) {
        long from = Math.max(interval.offsetMicros(), start);
        long to = Math.min(interval.endMicros(), end);
        return to <= from ? 0 : interval.bytes() * ((to - from) / (double) interval.durationMicros());
    }
}
