package org.faasnetlab.cli.common;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

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

    /** Runs each action on a daemon thread of its own. */
    static PeriodicTimer onDaemonThread() {
        return (period, action) -> {
            ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "progress");
                thread.setDaemon(true);
                return thread;
            });
            ScheduledFuture<?> ticks =
                    executor.scheduleAtFixedRate(action, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
            return () -> {
                ticks.cancel(false);
                shutDown(executor);
            };
        };
    }

    private static void shutDown(ScheduledExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(PeriodicTimer.class)
                        .warn("Timed out waiting for the last progress line to be written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
