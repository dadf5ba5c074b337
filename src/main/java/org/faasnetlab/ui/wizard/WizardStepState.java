package org.faasnetlab.ui.wizard;

/** How a step of the setup stands. */
public enum WizardStepState {
    /** Visited, and everything in it can be used. */
    DONE,
    CURRENT,
    /** Not visited yet, or something in it must be corrected. */
    OPEN
}
