package org.faasnetlab.ui.live;

/** Says when it is time to draw anew. Used on the FX thread. */
public interface Ticker {

    /** Calls the task again and again until {@link #stop}; a second start replaces the first. */
    void start(Runnable tick);

    void stop();
}
