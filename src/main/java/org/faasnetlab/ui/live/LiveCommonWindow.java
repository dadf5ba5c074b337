package org.faasnetlab.ui.live;

import java.util.List;
import java.util.Objects;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.analysis.summary.WindowBytes;
import org.faasnetlab.chart.timeline.IntervalBins;
import org.faasnetlab.chart.timeline.TrialBins;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.run.progress.FunctionSnapshot;
import org.jspecify.annotations.Nullable;

/** Starts and common window of the current trial, as far as they are known. */
final class LiveCommonWindow {
    private final List<FunctionSnapshot> functions;
    private final TrialBins bins;
    private final long headMicros;

    /**
     * @param functions all functions of the trial
     * @param headMicros the time up to which all functions have reported, in microseconds after T0
     */
    LiveCommonWindow(List<FunctionSnapshot> functions, TrialBins bins, long headMicros) {
        this.functions = functions;
        this.bins = bins;
        this.headMicros = headMicros;
    }

    /** p99 minus p1 of the starts so far; null before the first. */
    @Nullable
    Long startSpreadMicros() {
        double[] starts = functions.stream()
                .map(FunctionSnapshot::startMicros)
                .filter(Objects::nonNull)
                .mapToDouble(Long::doubleValue)
                .toArray();
        if (starts.length == 0) {
            return null;
        }
        return Math.round(Quantiles.of(starts, 0.99) - Quantiles.of(starts, 0.01));
    }

    /** From the last start to the first finish, or to the newest common time if none has finished; null if empty. */
    @Nullable
    Long windowMicros() {
        long start = windowStart();
        long end = windowEnd();
        return end > start ? end - start : null;
    }

    /**
     * Mean aggregate of some of the functions over the common window, computed from the bins of the chart: a bin that
     * crosses the edge of the window counts pro rata. Null if the window is empty.
     */
    @Nullable
    Bandwidth aggregateOverWindow(List<FunctionSnapshot> some) {
        long start = windowStart();
        long end = windowEnd();
        if (end <= start) {
            return null;
        }
        double bytes = 0;
        for (FunctionSnapshot function : some) {
            bytes += function.isValid() ? delivered(function, start, end) : 0;
        }
        return new Bandwidth(bytes * 8e6 / (end - start));
    }

    private double delivered(FunctionSnapshot function, long start, long end) {
        int functionIndex = function.functionIndex();
        IntervalBins own = bins.function(functionIndex);
        double inside = own.bytesBetween(start, end);
        Long received = function.receivedBytes();
        return received == null
                ? inside
                : new WindowBytes(own.bytesBetween(0, own.endMicros()), own.bytesBetween(0, start), inside)
                        .delivered(received);
    }

    /** The last start, or {@code Long.MAX_VALUE} while a function has not started. */
    private long windowStart() {
        long last = Long.MIN_VALUE;
        for (FunctionSnapshot function : functions) {
            Long start = function.startMicros();
            if (!function.isValid()) {
                continue;
            }
            if (start == null) {
                return Long.MAX_VALUE;
            }
            last = Math.max(last, start);
        }
        return last == Long.MIN_VALUE ? Long.MAX_VALUE : Math.max(0, last);
    }

    private long windowEnd() {
        return functions.stream()
                .map(FunctionSnapshot::endMicros)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .min()
                .orElse(headMicros);
    }
}
