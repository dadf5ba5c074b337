package org.faasnetlab.testbed.aws.creation;

import org.faasnetlab.LabException;

/** A set-up that ended without a testbed to measure with. */
public final class CreationException extends LabException {
    private static final long serialVersionUID = 1L;

    /** Why; a closed list, so that a screen can offer the right remedy. */
    public enum Reason {
        /** There is a testbed of this name with other settings. */
        OTHER_SETTINGS,
        /** There is a stack of this name that is no testbed. */
        NOT_A_TESTBED,
        /** There is no testbed of this name to continue with. */
        NO_TESTBED,
        /** The testbed is being taken away, or that stopped on the way. */
        BEING_DELETED,
        /** The servers' lease is over: there are none any more. */
        LEASE_OVER,
        /** AWS could not make a resource. The stack is to be taken away. */
        NOT_CREATED,
        /** AWS could not make the functions. Trying again is possible. */
        FUNCTIONS_NOT_CREATED,
        /** A function did not answer as it should. Trying again is possible. */
        NO_ANSWER,
        /** The user cancelled it; nothing is left of it. */
        CANCELLED
    }

    private final Reason reason;

    CreationException(Reason reason, String sentence, String nextStep) {
        super(Kind.FAILED, sentence, nextStep);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
