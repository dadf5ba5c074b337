package org.faasnetlab.testing.fault;

import java.time.Duration;

/** Measures how long a thread waits for a processor, at most: what a busy computer adds to every hop of a record. */
final class StallMeter implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final Thread thread = new Thread(this::measure, "stall-meter");
    private volatile long mostNanos;

    StallMeter() {
        thread.setDaemon(true);
        thread.start();
    }

    private void measure() {
        try {
            while (true) {
                long begun = System.nanoTime();
                Thread.sleep(PAUSE_MILLIS);
                mostNanos = Math.max(mostNanos, System.nanoTime() - begun - PAUSE_MILLIS * 1_000_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Duration most() {
        return Duration.ofNanos(mostNanos);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
