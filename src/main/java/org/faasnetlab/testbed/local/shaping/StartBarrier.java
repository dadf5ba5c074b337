package org.faasnetlab.testbed.local.shaping;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Where connections wait for the start of a trial. Open from the beginning unless it is closed. Thread-safe. */
final class StartBarrier {
    private final Timing timing;
    private final CountDownLatch chosen = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile long opensNanos;

    StartBarrier(Timing timing) {
        this.timing = timing;
    }

    /** Connections opened from now on have to wait. */
    void close() {
        closed = true;
    }

    /** Opens the barrier at this time. */
    void openAt(Instant t0) {
        opensNanos = timing.nanoTimeAt(t0);
        chosen.countDown();
    }

    /** Whether a connection that is opened now has to wait. */
    boolean isClosed() {
        return closed && (chosen.getCount() > 0 || timing.nanoTime() < opensNanos);
    }

    /** Returns when the barrier is open. */
    void await() throws InterruptedException {
        chosen.await();
        timing.sleepUntil(opensNanos);
    }
}
