package org.faasnetlab.run.progress;

import org.faasnetlab.protocol.FailureReason;

/**
 * Functions of a run that failed for the same reason.
 *
 * @param count number of functions
 * @param message message of the first of them
 */
public record FailureGroup(FailureReason reason, int count, String message) {

    /** This group combined with a later one of the same reason. */
    FailureGroup plus(FailureGroup later) {
        return new FailureGroup(reason, count + later.count, message);
    }
}
