package org.faasnetlab.ui.common;

/** Triggers periodic refreshes. Used on the FX thread. */
public interface Ticker {

    /** Calls the task periodically until {@link #stop}; a second start replaces the first. */
    void start(Runnable tick);

    void stop();
}
