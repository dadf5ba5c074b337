package org.faasnetlab.run.progress;

import java.time.Duration;
import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a run at one moment.
 *
 * @param run null before the first event
 * @param trial position of the newest trial in the list of trials to measure, from 0
 * @param trials number of trials to measure; for a resumed run, of the remaining ones
 * @param cell the trial's; null before the first trial
 * @param sinceT0 time since T0 of the trial, which continues to grow after its end; null while it is prepared and until
 *     T0
 * @param elapsed the time that the functions have measured, on average, at most {@code length}; where the plan gives no
 *     length, and where functions report only at their end, the time since T0 and until the trial's end; 0 before T0
 * @param length length of the trial's transfer if the plan gives it
 * @param fraction completed part of the trial's transfer, from 0 to 1
 * @param left estimated remaining time of the whole run; null if it is unknown and after the end
 * @param aggregate sum of the rates last reported by the transferring functions
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

    /** The state before the first event of a run. */
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

    /** Whether the trial has a rate: false only for measurements without a transfer. */
    public boolean transfers() {
        return cell == null || cell.workload().type().transfers();
    }

    public ProgressSnapshot {
        functions = List.copyOf(functions);
        failures = List.copyOf(failures);
    }

    /** The completed part of the whole run, from 0 to 1. All trials have the same weight. */
    public double overall() {
        if (phase == RunPhase.FINISHED && run != null && run.status() == RunStatus.COMPLETED) {
            return 1; // also if trials were skipped because their cells were known precisely enough
        }
        return trials == 0 ? 0 : (trial + fraction) / trials;
    }

    /** Whether any link's speed is simulated in the run. */
    public boolean simulated() {
        return run != null && run.simulatedNetwork();
    }

    /** Number of functions of the trial that are or were ready. */
    public int ready() {
        return (int) functions.stream().filter(FunctionSnapshot::wasReady).count();
    }

    /** Number of functions of the trial in a state. */
    public int count(FunctionState state) {
        return (int)
                functions.stream().filter(function -> function.state() == state).count();
    }
}
