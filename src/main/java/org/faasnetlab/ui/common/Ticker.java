package org.faasnetlab.ui.common;

/** Says when it is time to look or draw anew. Used on the FX thread. */
public interface Ticker {

    /** Calls the task again and again until {@link #stop}; a second start replaces the first. */
    void start(Runnable tick);

    void stop();
}
