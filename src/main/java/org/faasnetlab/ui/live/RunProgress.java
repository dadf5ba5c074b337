package org.faasnetlab.ui.live;

import java.time.Duration;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testbed.TrialSpec;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come.
 *
 * @param run null if there is none yet
 * @param trial index of the trial, from 0
 * @param trials number of trials of the run
 * @param spec the trial's cell; null before the first trial
 * @param elapsed since T0, at most {@code length}; 0 before
 * @param length length of the trial's transfer where the plan gives it
 * @param fraction done of the trial's transfer, from 0 to 1
 * @param left estimate of what the whole run still takes; null where nothing tells it
 */
record RunProgress(
        @Nullable RunRow run,
        RunPhase phase,
        int trial,
        int trials,
        @Nullable TrialSpec spec,
        Duration elapsed,
        @Nullable Duration length,
        double fraction,
        @Nullable Duration left) {
    static final RunProgress NONE = new RunProgress(null, RunPhase.NONE, 0, 0, null, Duration.ZERO, null, 0, null);

    /** Whether any link's speed is simulated in the run. */
    boolean simulated() {
        return run != null && run.simulatedNetwork();
    }
}
