package org.faasnetlab.cli;

import java.time.Duration;

/** Runs an action again and again. */
@FunctionalInterface
public interface Ticker {

    /** Ends the ticking; the action does not run after it has returned. */
    interface Ticking extends AutoCloseable {
        @Override
        void close();
    }

    /** Runs the action at every period, on one thread. */
    Ticking every(Duration period, Runnable action);
}
