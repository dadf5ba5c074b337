package org.faasnetlab.cli.common;

import org.faasnetlab.LabException;

/** The command line asks for something that cannot be. */
public final class InputException extends LabException {
    private static final long serialVersionUID = 1L;

    public InputException(String sentence, String nextStep) {
        super(Kind.BAD_INPUT, sentence, nextStep);
    }

    public InputException(String sentence, String nextStep, Throwable cause) {
        super(Kind.BAD_INPUT, sentence, nextStep, cause);
    }
}
