package org.faasnetlab.run.progress;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

/**
 * One function of the current trial at one moment. Unknown values are null.
 *
 * @param functionIndex number of the function in its trial, from 0
 * @param direction direction of the function: never both
 * @param cold whether this is its sandbox's first invocation
 * @param rate over its last second while it transfers, its mean when it has finished; null otherwise
 * @param bytes payload bytes transferred so far
 * @param startMicros start of its transfer, in microseconds after T0
 * @param endMicros end of its transfer, in microseconds after T0; null unless it has finished
 * @param measuredMicros length of the part of its transfer that it has reported
 * @param receivedBytes bytes that the receiver counted over the whole transfer; null unless it has finished
 */
public record FunctionSnapshot(
        int functionIndex,
        Direction direction,
        FunctionState state,
        @Nullable Boolean cold,
        @Nullable Bandwidth rate,
        long bytes,
        @Nullable Long startMicros,
        @Nullable Long endMicros,
        long measuredMicros,
        @Nullable Long receivedBytes) {

    /** Whether its sandbox has been running and prepared. */
    public boolean wasReady() {
        return cold != null;
    }

    /** Whether it is or may become a sample: functions that failed, were stopped or never started are not. */
    public boolean isValid() {
        return switch (state) {
            case INVOKING, RETRYING, READY, TRANSFERRING, FINISHED -> true;
            case FAILED, STOPPED, NOT_STARTED -> false;
        };
    }
}
