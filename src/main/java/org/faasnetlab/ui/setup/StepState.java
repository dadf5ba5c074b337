package org.faasnetlab.ui.setup;

/** How a step of the setup stands. */
public enum StepState {
    /** Visited, and everything in it can be used. */
    DONE,
    CURRENT,
    /** Not visited yet, or something in it must be corrected. */
    OPEN
}
