package org.faasnetlab.ui.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.workload.TransferExtent;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how long a run still takes. A trial takes the length that the plan gives it and what the trials so far took
 * beyond theirs on average; an S3 transfer, whose length nobody knows before, takes what the trials so far took.
 */
final class RemainingTimeEstimator {
    private final List<Trial> trials;
    private final Duration pause;
    private Instant began;
    private int current;
    private boolean underWay;
    private int ended;
    private Duration beyondPlan = Duration.ZERO;

    RemainingTimeEstimator(List<Trial> trials, Duration pause, Instant now) {
        this.trials = List.copyOf(trials);
        this.pause = pause;
        this.began = now;
    }

    /** @param trial its place in the list */
    void begin(int trial, Instant now) {
        current = trial;
        began = now;
        underWay = true;
    }

    void end(Instant now) {
        if (underWay) {
            Duration planned = planned(trials.get(current));
            beyondPlan = beyondPlan.plus(Duration.between(began, now)).minus(planned == null ? Duration.ZERO : planned);
            ended++;
            underWay = false;
        }
    }

    /** Null if the plan gives no length and no trial has ended yet. */
    @Nullable
    Duration left(Instant now) {
        Duration beyond = ended == 0 ? Duration.ZERO : beyondPlan.dividedBy(ended);
        Duration left = Duration.ZERO;
        for (int trial = underWay ? current : current + 1; trial < trials.size(); trial++) {
            Duration planned = planned(trials.get(trial));
            if (planned == null && ended == 0) {
                return null;
            }
            Duration whole = planned == null ? beyond : planned.plus(beyond);
            if (underWay && trial == current) {
                Duration rest = whole.minus(Duration.between(began, now));
                left = left.plus(rest.isNegative() ? Duration.ZERO : rest);
            } else {
                left = left.plus(whole).plus(pause);
            }
        }
        return left;
    }

    /** Length of a trial's transfer where the plan gives it. */
    static @Nullable Duration planned(Trial trial) {
        return trial.spec().workload().extent() instanceof TransferExtent.Time time ? time.length() : null;
    }
}
