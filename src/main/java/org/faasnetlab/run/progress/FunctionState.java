package org.faasnetlab.run.progress;

/** The state of a function, as far as it is known. */
public enum FunctionState {
    /** Invoked; it has not responded yet. */
    INVOKING,
    /** Refused temporarily; it will be invoked again. */
    RETRYING,
    /** Running and waiting for T0. */
    READY,
    /** Its transfer is active, in either direction. */
    TRANSFERRING,
    FINISHED,
    FAILED,
    /** Stopped because the user cancelled the run; this is not a failure. */
    STOPPED,
    /** Never invoked, because its trial failed before. */
    NOT_STARTED;

    public boolean isTerminal() {
        return this == FINISHED || this == FAILED || this == STOPPED || this == NOT_STARTED;
    }
}
