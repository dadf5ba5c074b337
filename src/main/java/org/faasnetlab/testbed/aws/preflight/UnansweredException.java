package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.AwsAccessException;

/** AWS did not say what a check asked. */
final class UnansweredException extends LabException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final AwsAccessException.Reason reason;

    UnansweredException(String sentence, AwsAccessException failure) {
        super(sentence, failure.nextStep(), failure);
        this.sentence = sentence;
        this.reason = failure.reason();
    }

    String sentence() {
        return sentence;
    }

    AwsAccessException.Reason reason() {
        return reason;
    }
}
