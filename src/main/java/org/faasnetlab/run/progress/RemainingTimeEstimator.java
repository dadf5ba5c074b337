package org.faasnetlab.run.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.workload.TransferExtent;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the remaining time of a run. A trial takes the transfer length given by the plan plus the mean overhead of
 * the trials so far; if the plan gives no length, it takes the mean time of the trials so far. What is left of the
 * current trial follows from what its functions have measured, and is never less than the transfer that is still to
 * come, however long the preparation takes.
 */
final class RemainingTimeEstimator {
    private RemainingTimeEstimator() {}

    /** Start and end of a trial; null if unknown or not yet reached. */
    record Span(@Nullable Instant begun, @Nullable Instant ended) {
        static final Span NONE = new Span(null, null);

        Span plus(Span later) {
            return new Span(begun == null ? later.begun : begun, ended == null ? later.ended : ended);
        }
    }

    /**
     * Null if the plan gives no length and no trial has finished yet.
     *
     * @param spans of the trials so far, by their index
     * @param position position of the newest trial in the list, -1 before the first
     * @param rest what is left of the newest trial's transfer by what its functions have measured; null if unknown
     * @param pause between trials
     */
    static @Nullable Duration left(
            List<Trial> trials,
            Map<Integer, Span> spans,
            int position,
            @Nullable Duration rest,
            Duration pause,
            Instant now) {
        int ended = 0;
        Duration beyondPlan = Duration.ZERO;
        for (int place = 0; place <= position; place++) {
            Span span = spans.getOrDefault(trials.get(place).index(), Span.NONE);
            if (span.begun() != null && span.ended() != null) {
                Duration planned = planned(trials.get(place));
                beyondPlan = beyondPlan
                        .plus(Duration.between(span.begun(), span.ended()))
                        .minus(planned == null ? Duration.ZERO : planned);
                ended++;
            }
        }
        Duration beyond = ended == 0 ? Duration.ZERO : beyondPlan.dividedBy(ended);
        Duration left = Duration.ZERO;
        for (int place = Math.max(0, position); place < trials.size(); place++) {
            Span span = spans.getOrDefault(trials.get(place).index(), Span.NONE);
            if (span.ended() != null) {
                continue;
            }
            if (place == position && rest != null) {
                left = left.plus(rest);
                continue;
            }
            Duration planned = planned(trials.get(place));
            if (planned == null && ended == 0) {
                return null;
            }
            Duration whole = planned == null ? beyond : planned.plus(beyond);
            if (span.begun() != null) {
                Duration ofWhole = whole.minus(Duration.between(span.begun(), now));
                Duration atLeast = planned == null ? Duration.ZERO : planned;
                left = left.plus(ofWhole.compareTo(atLeast) > 0 ? ofWhole : atLeast);
            } else {
                left = left.plus(whole).plus(pause);
            }
        }
        return left;
    }

    /**
     * What is left of a transfer until the last of its functions has measured all of it; null before it has begun.
     * Functions that report only at their end are assumed to have started at T0.
     *
     * @param elapsed time since T0
     * @param fraction completed part of the transfer, from 0 to 1
     */
    static @Nullable Duration rest(
            List<FunctionSnapshot> functions, @Nullable Duration length, Duration elapsed, double fraction) {
        if (length != null && functions.stream().noneMatch(FunctionSnapshot::wasReady)) {
            return elapsed.isZero() ? null : length.minus(elapsed);
        }
        if (functions.stream().noneMatch(function -> function.measuredMicros() > 0)) {
            return null;
        }
        if (length == null) {
            return fraction <= 0 ? null : Duration.ofMillis((long) (elapsed.toMillis() * (1 - fraction) / fraction));
        }
        long micros = 0;
        for (FunctionSnapshot function : functions) {
            if (!function.state().isTerminal()) {
                micros = Math.max(micros, length.toNanos() / 1000 - function.measuredMicros());
            }
        }
        return Duration.ofNanos(Math.max(0, micros) * 1000);
    }

    /**
     * The time that the functions have measured, on average, at most the length of the transfer; null before the first
     * has become ready, as in a run whose functions report only at their end.
     */
    static @Nullable Duration measured(List<FunctionSnapshot> functions, Duration length) {
        List<FunctionSnapshot> valid =
                functions.stream().filter(FunctionSnapshot::isValid).toList();
        if (valid.stream().noneMatch(FunctionSnapshot::wasReady)) {
            return null;
        }
        double mean = valid.stream()
                .mapToLong(function -> Math.min(function.measuredMicros(), length.toNanos() / 1000))
                .average()
                .orElse(0);
        return Duration.ofNanos(Math.round(mean) * 1000);
    }

    /** Length of a trial's transfer if the plan gives it. */
    static @Nullable Duration planned(Trial trial) {
        return trial.cell().workload().extent().map(TransferExtent.Time::length, bytes -> null);
    }
}
