package org.faasnetlab.testbed.aws.creation;

import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;

/** A creation ended without a testbed to measure on. */
public final class CreationException extends LabException {
    private static final long serialVersionUID = 1L;

    /** Reason of the failure; a closed list, so that callers can offer the right remedy. */
    public enum Reason {
        /** A testbed of this name exists with other settings. */
        SETTINGS_DIFFER,
        /** A stack of this name exists that is not a testbed. */
        NOT_A_TESTBED,
        /** There is no testbed of this name to resume. */
        NO_TESTBED,
        /** The testbed is being deleted, or its deletion failed. */
        BEING_DELETED,
        /** The lease has expired: there are no servers. */
        LEASE_EXPIRED,
        /** AWS could not create a resource. The testbed has to be deleted. */
        NOT_CREATED,
        /** AWS could not create the functions. The creation can be resumed. */
        FUNCTIONS_NOT_CREATED,
        /** A function does not respond as it should. The creation can be resumed. */
        NO_ANSWER,
        /** The user cancelled it, and nothing of it is left. */
        CANCELLED,
        /** The user cancelled it, but its rollback left resources behind. */
        ROLLBACK_INCOMPLETE
    }

    private final Reason reason;

    CreationException(Reason reason, Phrase sentence, Phrase advice) {
        super(reason == Reason.CANCELLED ? Kind.CANCELLED : Kind.FAILED, sentence, advice);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
