package org.faasnetlab.cli.common;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ticks on its own daemon thread. */
public final class ExecutorPeriodicTimer implements PeriodicTimer {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutorPeriodicTimer.class);

    @Override
    public Ticking every(Duration period, Runnable action) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> ticks =
                executor.scheduleAtFixedRate(action, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            ticks.cancel(false);
            end(executor);
        };
    }

    private static void end(ScheduledExecutorService executor) {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("Timed out waiting for the last progress line to be written");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
