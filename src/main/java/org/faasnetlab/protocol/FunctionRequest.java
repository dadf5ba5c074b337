package org.faasnetlab.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The event of one invocation, version {@value #VERSION}.
 *
 * @param run id of the run
 * @param trial number of the trial in the run, from 0
 * @param functionIndex number of the function in the trial, from 0
 * @param startAtEpochMs T0: common start time of all functions of the trial, milliseconds since 1970 by the wall clock;
 *     the earliest if the function awaits its start
 * @param deadlineEpochMs latest time at which the function stops, milliseconds since 1970, after T0
 * @param awaitStart whether the function asks the service for its {@link StartTime} once it is ready; only the service
 *     on this computer answers that
 * @param task the task to start at T0
 * @param probe where the function sends latency probes beside the task, or null
 */
public record FunctionRequest(
        String run,
        int trial,
        int functionIndex,
        long startAtEpochMs,
        long deadlineEpochMs,
        boolean awaitStart,
        Task task,
        @Nullable ProbeTarget probe) {

    /** Version of the event that this code writes and reads. */
    public static final int VERSION = 1;

    /** An event without probes. */
    public FunctionRequest(
            String run,
            int trial,
            int functionIndex,
            long startAtEpochMs,
            long deadlineEpochMs,
            boolean awaitStart,
            Task task) {
        this(run, trial, functionIndex, startAtEpochMs, deadlineEpochMs, awaitStart, task, null);
    }

    /** An event with the start time of the function, without probes. */
    public FunctionRequest(
            String run, int trial, int functionIndex, long startAtEpochMs, long deadlineEpochMs, Task task) {
        this(run, trial, functionIndex, startAtEpochMs, deadlineEpochMs, false, task, null);
    }

    public FunctionRequest {
        if (trial < 0 || functionIndex < 0) {
            throw new IllegalArgumentException(
                    "trial and functionIndex must be non-negative, not " + trial + ", " + functionIndex);
        }
        if (deadlineEpochMs <= startAtEpochMs) {
            throw new IllegalArgumentException("the deadline must be after T0");
        }
    }
}
