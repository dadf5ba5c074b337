package org.faasnetlab.testbed.aws.deletion;

import java.time.Instant;

/**
 * News of a step.
 *
 * @param detail what is being done or was done, without a full stop; may be empty
 */
public record DeletionStepProgress(DeletionStep step, State state, String detail, Instant at) {

    /** How a step stands. */
    public enum State {
        RUNNING,
        DONE,
        /** Not everything could be done; the teardown goes on. */
        INCOMPLETE
    }
}
