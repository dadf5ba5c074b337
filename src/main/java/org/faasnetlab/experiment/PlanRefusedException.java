package org.faasnetlab.experiment;

import org.faasnetlab.LabException;

/** The plan as a whole cannot run, although each of its settings can be. */
public final class PlanRefusedException extends LabException {
    private static final long serialVersionUID = 1L;

    public PlanRefusedException(String sentence, String nextStep) {
        super(sentence, nextStep);
    }
}
