package org.faasnetlab.run.progress;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is at one moment.
 *
 * @param run null before the first event
 * @param trial place of the newest trial among those that are measured, from 0
 * @param trials number of trials that are measured; where a run was resumed, of those that were left
 * @param cell the trial's; null before the first trial
 * @param sinceT0 time since T0 of the trial, which grows on after its end; null while it is prepared and until T0
 * @param elapsed since T0 and until the trial's end, at most {@code length}; 0 before T0
 * @param length length of the trial's transfer where the plan gives it
 * @param fraction done of the trial's transfer, from 0 to 1
 * @param left estimate of how long the whole run still takes; null where it is unknown and after the end
 * @param aggregate sum of what the functions that transfer last reported
 * @param functions of the trial, by their index
 * @param failures of the whole run, grouped by reason
 */
public record ProgressSnapshot(
        @Nullable RunRow run,
        RunPhase phase,
        int trial,
        int trials,
        @Nullable Cell cell,
        @Nullable Duration sinceT0,
        Duration elapsed,
        @Nullable Duration length,
        double fraction,
        @Nullable Duration left,
        Bandwidth aggregate,
        List<FunctionSnapshot> functions,
        List<FailureGroup> failures) {

    /** Before the first event of a run. */
    public static final ProgressSnapshot NONE = new ProgressSnapshot(
            null,
            RunPhase.NONE,
            0,
            0,
            null,
            null,
            Duration.ZERO,
            null,
            0,
            null,
            new Bandwidth(0),
            List.of(),
            List.of());

    public ProgressSnapshot {
        functions = List.copyOf(functions);
        failures = List.copyOf(failures);
    }

    /** How much of the whole run is done, from 0 to 1. Trials count alike. */
    public double overall() {
        if (phase == RunPhase.FINISHED && run != null && run.status() == RunStatus.COMPLETED) {
            return 1; // also where trials were left out, because their cells were known well enough
        }
        return trials == 0 ? 0 : (trial + fraction) / trials;
    }

    /** Whether any link's speed is simulated in the run. */
    public boolean simulated() {
        return run != null && run.simulatedNetwork();
    }

    /** Number of functions of the trial in a state. */
    public int count(FunctionState state) {
        return (int)
                functions.stream().filter(function -> function.state() == state).count();
    }
}
