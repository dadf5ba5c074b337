package org.faasnetlab.run.trial;

import org.faasnetlab.store.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * The result of one or several trials.
 *
 * @param delivered number of functions that finished
 * @param failed number of functions that failed
 * @param firstFailure message of the first that failed
 */
public record TrialResult(
        int delivered, int failed, @Nullable String firstFailure) {

    public static final TrialResult NONE = new TrialResult(0, 0, null);

    public TrialResult plus(TrialResult later) {
        return new TrialResult(
                delivered + later.delivered,
                failed + later.failed,
                firstFailure == null ? later.firstFailure : firstFailure);
    }

    public RunStatus status() {
        if (delivered == 0) {
            return RunStatus.FAILED;
        }
        return failed == 0 ? RunStatus.COMPLETED : RunStatus.PARTIAL;
    }

    /** A sentence about the failures, or null if there is none. */
    @Nullable
    public String message() {
        return failed == 0
                ? null
                : failed + " of " + (delivered + failed) + " functions failed; first failure: " + firstFailure;
    }
}
