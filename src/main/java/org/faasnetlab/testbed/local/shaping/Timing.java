package org.faasnetlab.testbed.local.shaping;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The clock of the relays; replaceable in tests. */
public interface Timing {
    /** The clock of the system. */
    Timing SYSTEM = new Timing() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public long nanoTimeAt(Instant moment) {
            return System.nanoTime() + Duration.between(Instant.now(), moment).toNanos();
        }

        @Override
        public void sleepUntil(long due) throws InterruptedException {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
    };

    /** Nanoseconds since an arbitrary origin, like {@link System#nanoTime()}. */
    long nanoTime();

    /** What {@link #nanoTime()} returns at a moment of the wall clock. */
    long nanoTimeAt(Instant moment);

    /** Returns when {@link #nanoTime()} has reached {@code due}, or immediately if it already has. */
    void sleepUntil(long due) throws InterruptedException;
}
