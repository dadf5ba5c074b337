package org.faasnetlab.testing.ui;

import org.faasnetlab.LabException;

/** A foreseen failure for tests. */
public final class TestLabException extends LabException {
    private static final long serialVersionUID = 1L;

    public TestLabException(String sentence, String nextStep) {
        super(sentence, nextStep);
    }
}
