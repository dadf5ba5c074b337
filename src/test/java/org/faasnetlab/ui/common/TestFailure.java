package org.faasnetlab.ui.common;

import org.faasnetlab.LabException;

/** A foreseen failure for tests. */
public final class TestFailure extends LabException {
    private static final long serialVersionUID = 1L;

    public TestFailure(String sentence, String nextStep) {
        super(sentence, nextStep);
    }
}
