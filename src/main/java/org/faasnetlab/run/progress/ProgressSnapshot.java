package org.faasnetlab.run.progress;

import java.time.Duration;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param trial number of the trial under way, from 1; 0 before the first
 * @param trials trials of the run
 * @param sinceT0 time since T0 of the trial, or null while it is prepared and until T0
 * @param done share of the run that is done, 0 to 1
 * @param functions functions of the trial
 * @param sending functions that transfer now
 * @param finished functions that delivered
 * @param failed functions that failed
 * @param aggregate sum of what the sending functions last reported
 */
public record ProgressSnapshot(
        int trial,
        int trials,
        @Nullable Duration sinceT0,
        double done,
        int functions,
        int sending,
        int finished,
        int failed,
        Bandwidth aggregate) {}
