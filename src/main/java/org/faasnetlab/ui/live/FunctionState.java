package org.faasnetlab.ui.live;

/** What a function is doing now, as far as the window knows. */
enum FunctionState {
    /** Asked for; it has not answered yet. */
    INVOKING,
    /** Refused for now; it is asked for again. */
    RETRYING,
    /** Runs and waits for T0. */
    READY,
    /** Its transfer is under way, in either direction. */
    SENDING,
    FINISHED,
    FAILED,
    /** Ended because the user stopped the run; this is no failure. */
    STOPPED,
    /** Never asked for, because its trial failed before. */
    NOT_STARTED;

    boolean over() {
        return this == FINISHED || this == FAILED || this == STOPPED || this == NOT_STARTED;
    }
}
