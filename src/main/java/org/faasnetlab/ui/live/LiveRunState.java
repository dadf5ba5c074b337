package org.faasnetlab.ui.live;

import java.time.Duration;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come.
 *
 * @param run null if there is none yet
 * @param trial place of the trial among those that are measured, from 0
 * @param trials number of trials that are measured; where a run was resumed, of those that were left
 * @param spec the trial's cell; null before the first trial
 * @param elapsed since T0, at most {@code length}; 0 before
 * @param length length of the trial's transfer where the plan gives it
 * @param fraction done of the trial's transfer, from 0 to 1
 * @param left estimate of what the whole run still takes; null where nothing tells it
 */
public record LiveRunState(
        @Nullable RunRow run,
        RunPhase phase,
        int trial,
        int trials,
        @Nullable Cell spec,
        Duration elapsed,
        @Nullable Duration length,
        double fraction,
        @Nullable Duration left) {
    static final LiveRunState NONE = new LiveRunState(null, RunPhase.NONE, 0, 0, null, Duration.ZERO, null, 0, null);

    /** How much of the whole run is done, from 0 to 1. Trials count alike. */
    double overall() {
        if (run != null && run.status() == RunStatus.COMPLETED) {
            return 1; // also where trials were left out, because their cells were known well enough
        }
        return trials == 0 ? 0 : (trial + fraction) / trials;
    }

    /** Whether any link's speed is simulated in the run. */
    boolean simulated() {
        return run != null && run.simulatedNetwork();
    }
}
