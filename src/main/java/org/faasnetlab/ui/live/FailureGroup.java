package org.faasnetlab.ui.live;

import org.faasnetlab.protocol.FailureReason;

/**
 * Functions of a run that failed for the same reason.
 *
 * @param count how many
 * @param message sentence of the first of them
 */
record FailureGroup(FailureReason reason, int count, String message) {
    FailureGroup oneMore() {
        return new FailureGroup(reason, count + 1, message);
    }
}
