package org.faasnetlab.testing.cli;

import org.faasnetlab.LabException;

/** Some foreseen failure of another room. */
public final class StubLabException extends LabException {
    private static final long serialVersionUID = 1L;

    public StubLabException(String sentence, String nextStep) {
        super(sentence, nextStep);
    }
}
