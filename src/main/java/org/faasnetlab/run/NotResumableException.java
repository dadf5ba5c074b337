package org.faasnetlab.run;

import org.faasnetlab.LabException;

/** A run that cannot go on. */
public final class NotResumableException extends LabException {
    private static final long serialVersionUID = 1L;

    public NotResumableException(String sentence, String nextStep) {
        super(Kind.BAD_INPUT, sentence, nextStep);
    }
}
