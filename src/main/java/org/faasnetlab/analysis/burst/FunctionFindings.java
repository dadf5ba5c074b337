package org.faasnetlab.analysis.burst;

import java.util.List;
import java.util.Objects;
import org.faasnetlab.analysis.summary.CommonWindow;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Findings on one function of a trial.
 *
 * @param insideShare share of its bytes inside the common window, 0 to 1; null if it did not finish or there is no such
 *     window
 * @param processors mean number of processors in use over its transfer: 1 is one processor all the time; null if it did
 *     not report it
 * @param burst null if it did not finish, or was not analyzed for bursts
 * @param sandboxUsed whether its sandbox may have transferred in its direction in an earlier trial of the run, so that its
 *     bucket need not have been full
 */
public record FunctionFindings(
        FunctionRow function,
        @Nullable Double insideShare,
        @Nullable Double processors,
        @Nullable BurstFit burst,
        boolean sandboxUsed) {

    /**
     * Analyzes one function of a trial.
     *
     * @param intervals of this function; null if it is not to be analyzed for bursts
     * @param earlier trials of the run
     */
    public static FunctionFindings of(
            FunctionRow function,
            Direction direction,
            @Nullable CommonWindow window,
            @Nullable List<Interval> intervals,
            BucketHistory earlier) {
        boolean used = earlier.isUsed(function, direction);
        if (!function.finished()) {
            return new FunctionFindings(function, null, null, null, used);
        }
        long micros = Objects.requireNonNull(function.durationMicros());
        Double cpu = function.value(Metrics.CPU);
        return new FunctionFindings(
                function,
                window == null ? null : window.shares().get(function.functionIndex()),
                cpu == null || micros <= 0 ? null : (Double) (cpu / micros),
                intervals == null ? null : BurstFit.of(intervals, function.undelivered(direction)),
                used);
    }
}
