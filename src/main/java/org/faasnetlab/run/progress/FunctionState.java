package org.faasnetlab.run.progress;

/** What a function is doing now, as far as the window knows. */
public enum FunctionState {
    /** Asked for; it has not answered yet. */
    INVOKING,
    /** Refused for now; it is asked for again. */
    RETRYING,
    /** Runs and waits for T0. */
    READY,
    /** Its transfer is under way, in either direction. */
    TRANSFERRING,
    FINISHED,
    FAILED,
    /** Stopped because the user cancelled the run; this is no failure. */
    STOPPED,
    /** Never asked for, because its trial failed before. */
    NOT_STARTED;

    public boolean isTerminal() {
        return this == FINISHED || this == FAILED || this == STOPPED || this == NOT_STARTED;
    }
}
