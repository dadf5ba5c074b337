package org.faasnetlab.run.progress;

/** The phase of the active run. */
public enum RunPhase {
    /** No run has been started yet. */
    NONE,
    /** Servers, links and objects of a trial are being prepared. */
    PREPARING,
    /** Functions are invoked, become ready and wait for T0. */
    WAITING,
    /** At least one function transfers. */
    MEASURING,
    /** A trial has finished and the next one has not started. */
    PAUSED,
    /** The run has finished. */
    FINISHED
}
