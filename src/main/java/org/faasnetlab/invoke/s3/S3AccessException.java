package org.faasnetlab.invoke.s3;

import org.faasnetlab.LabException;

/** A request to S3 failed. The message contains bucket, key and S3 error code, never a presigned URL. */
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
