package org.faasnetlab.cli.common;

import java.time.Duration;

/** Runs an action periodically. */
@FunctionalInterface
public interface PeriodicTimer {

    /** Stops the timer; the action does not run after it has returned. */
    interface Ticking extends AutoCloseable {
        @Override
        void close();
    }

    /** Runs the action once per period, on one thread. */
    Ticking every(Duration period, Runnable action);
}
