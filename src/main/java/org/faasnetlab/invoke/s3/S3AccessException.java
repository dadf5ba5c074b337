package org.faasnetlab.invoke.s3;

import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;

/** A request to S3 failed. The message contains bucket, key and S3 error code, never a presigned URL. */
public final class S3AccessException extends LabException {
    private static final long serialVersionUID = 1L;

    S3AccessException(String what, Phrase why, Throwable cause) {
        super(
                Kind.FAILED,
                Phrase.of("{0} failed: {1}.", what, why),
                Phrase.of("See the log for the cause, check that the bucket is reachable, and try again."),
                cause);
    }
}
