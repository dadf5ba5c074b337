package org.faasnetlab.testbed.aws.calls;

import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.account.AwsAccessException;

/** AWS did not say what a check asked. */
public final class QueryFailedException extends LabException {
    private static final long serialVersionUID = 1L;

    private final AwsAccessException.Reason reason;

    QueryFailedException(Phrase sentence, AwsAccessException failure) {
        super(Kind.FAILED, sentence, failure.advice(), failure);
        this.reason = failure.reason();
    }

    public AwsAccessException.Reason reason() {
        return reason;
    }
}
