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
 * the trials so far; if the plan gives no length, it takes the mean time of the trials so far.
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
     * @param pause between trials
     */
    static @Nullable Duration left(
            List<Trial> trials, Map<Integer, Span> spans, int position, Duration pause, Instant now) {
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
            Duration planned = planned(trials.get(place));
            if (planned == null && ended == 0) {
                return null;
            }
            Duration whole = planned == null ? beyond : planned.plus(beyond);
            if (span.begun() != null) {
                Duration rest = whole.minus(Duration.between(span.begun(), now));
                left = left.plus(rest.isNegative() ? Duration.ZERO : rest);
            } else {
                left = left.plus(whole).plus(pause);
            }
        }
        return left;
    }

    /** Length of a trial's transfer if the plan gives it. */
    static @Nullable Duration planned(Trial trial) {
        return trial.cell().workload().extent().map(TransferExtent.Time::length, bytes -> null);
    }
}
