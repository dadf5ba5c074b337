package org.faasnetlab.ui.live;

/** Where the run that is watched has come to. */
enum RunPhase {
    /** No run has been started yet. */
    NONE,
    /** Servers, links and objects of a trial are being prepared. */
    PREPARING,
    /** Functions are invoked and wait for T0. */
    WAITING,
    /** At least one function sends. */
    SENDING,
    /** A trial is over and the next has not begun. */
    RESTING,
    /** The run is over. */
    ENDED
}
