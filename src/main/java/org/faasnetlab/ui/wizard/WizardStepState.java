package org.faasnetlab.ui.wizard;

/** The state of a wizard step. */
public enum WizardStepState {
    /** Visited and valid. */
    DONE,
    CURRENT,
    /** Not visited yet, or invalid. */
    PENDING
}
