package org.faasnetlab.testbed.aws.account;

import org.faasnetlab.LabException;

/** The user's AWS configuration or credentials file cannot be parsed. */
public final class UnreadableAwsFilesException extends LabException {
    private static final long serialVersionUID = 1L;

    UnreadableAwsFilesException(RuntimeException cause) {
        super(
                Kind.FAILED,
                "Cannot read the AWS configuration files: " + cause.getMessage(),
                "Correct ~/.aws/config or ~/.aws/credentials.",
                cause);
    }
}
