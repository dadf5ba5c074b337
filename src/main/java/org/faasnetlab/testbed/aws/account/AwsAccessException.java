package org.faasnetlab.testbed.aws.account;

import org.faasnetlab.LabException;
import software.amazon.awssdk.core.exception.AbortedException;

/** AWS could not be asked, or refused to answer. */
public final class AwsAccessException extends LabException {
    private static final long serialVersionUID = 1L;

    /** Why; a closed list, so that a screen can offer the right remedy. */
    public enum Reason {
        /** There are no credentials to sign with. */
        NO_CREDENTIALS,
        /** The sign-in was good once and has run out. */
        SIGN_IN_EXPIRED,
        /** AWS does not know the keys, or not their signature. */
        CREDENTIALS_REFUSED,
        /** No Region was named. */
        NO_REGION,
        /** The Region does not exist, or the account has not enabled it. */
        WRONG_REGION,
        /** This computer's clock and AWS's are too far apart for a signature. */
        CLOCK,
        /** No way to AWS: no network, no name service, a proxy in the way. */
        UNREACHABLE,
        /** The account's policies forbid the action. */
        DENIED,
        /** AWS asked to be asked less often. */
        THROTTLED,
        /** Something else that AWS said. */
        OTHER
    }

    private final Reason reason;

    AwsAccessException(Reason reason, String sentence, String nextStep, Throwable cause) {
        super(Kind.FAILED, sentence, nextStep, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the reason concerns the account or the way to it, and its next step helps whatever was being done. */
    public boolean hasRemedy() {
        return reason != Reason.OTHER && reason != Reason.THROTTLED;
    }

    /**
     * Where AWS was not asked to the end because the thread was interrupted, says so in the usual way; the SDK hides it.
     */
    public void throwIfInterrupted() throws InterruptedException {
        if (getCause() instanceof AbortedException) {
            // The SDK leaves the thread's mark; here the exception says it.
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException("interrupted during an AWS request").initCause(this);
        }
    }
}
