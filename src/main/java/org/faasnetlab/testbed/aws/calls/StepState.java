package org.faasnetlab.testbed.aws.calls;

/** State of one step of a creation or deletion. */
public enum StepState {
    /** Not started; never reported to a listener. */
    WAITING,
    RUNNING,
    DONE,
    /** A part of the step could not be done, but the next steps follow. */
    INCOMPLETE,
    FAILED
}
