package org.faasnetlab.testbed.aws.account;

import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import software.amazon.awssdk.core.exception.AbortedException;

/** A request to AWS failed: it was refused, or AWS cannot be reached. */
public final class AwsAccessException extends LabException {
    private static final long serialVersionUID = 1L;

    /** Reason of the failure; a closed list, so that callers can offer the right remedy. */
    public enum Reason {
        /** There are no credentials to sign with. */
        NO_CREDENTIALS,
        /** The session of the credentials has expired. */
        SIGN_IN_EXPIRED,
        /** AWS does not accept the keys or the signature. */
        CREDENTIALS_REFUSED,
        /** No Region is configured. */
        NO_REGION,
        /** The Region does not exist, or the account has not enabled it. */
        WRONG_REGION,
        /** The clocks of this computer and of AWS differ too much for a valid signature. */
        CLOCK,
        /** AWS cannot be reached: no network, no name resolution, or a proxy in between. */
        UNREACHABLE,
        /** The account's policies deny the action. */
        DENIED,
        /** AWS limits the rate of requests. */
        THROTTLED,
        /** Any other error. */
        OTHER
    }

    private final Reason reason;

    AwsAccessException(Reason reason, Phrase sentence, Phrase advice, Throwable cause) {
        super(Kind.FAILED, sentence, advice, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /**
     * Whether the reason lies in the account or in the connection to AWS, so that its next step helps whatever the user
     * was doing.
     */
    public boolean hasRemedy() {
        return reason != Reason.OTHER && reason != Reason.THROTTLED;
    }

    /** Throws an InterruptedException if the request was aborted by an interrupt, which the SDK wraps. */
    public void throwIfInterrupted() throws InterruptedException {
        if (getCause() instanceof AbortedException) {
            // The SDK leaves the interrupt status set; the exception replaces it.
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException("interrupted during an AWS request").initCause(this);
        }
    }
}
