package org.faasnetlab.invoke.s3;

import org.faasnetlab.LabException;

/** S3 did not do what it was asked. The message names bucket, key and S3's own error code, never a signed address. */
public final class S3AccessException extends LabException {
    private static final long serialVersionUID = 1L;

    S3AccessException(String what, String why, Throwable cause) {
        super(
                Kind.FAILED,
                what + " failed: " + why + ".",
                "See the log for the cause, check that the bucket is reachable, and try again.",
                cause);
    }

    S3AccessException(String sentence, String nextStep) {
        super(Kind.FAILED, sentence, nextStep);
    }
}
