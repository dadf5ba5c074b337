package org.faasnetlab.cli;

import org.faasnetlab.LabException;

/** Some foreseen failure of another room. */
final class TestFailure extends LabException {
    private static final long serialVersionUID = 1L;

    TestFailure(String sentence, String nextStep) {
        super(sentence, nextStep);
    }
}
