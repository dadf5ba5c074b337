package org.faasnetlab.cli.common;

import java.time.Duration;

/** Runs an action again and again. */
@FunctionalInterface
public interface PeriodicTimer {

    /** Ends the ticking; the action does not run after it has returned. */
    interface Ticking extends AutoCloseable {
        @Override
        void close();
    }

    /** Runs the action at every period, on one thread. */
    Ticking every(Duration period, Runnable action);
}
