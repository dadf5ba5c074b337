package org.faasnetlab.run.progress;

/** Where the run that is watched has come to. */
public enum RunPhase {
    /** No run has been started yet. */
    NONE,
    /** Servers, links and objects of a trial are being prepared. */
    PREPARING,
    /** Functions are invoked and wait for T0. */
    WAITING,
    /** At least one function transfers. */
    MEASURING,
    /** A trial is over and the next has not begun. */
    PAUSED,
    /** The run is over. */
    FINISHED
}
