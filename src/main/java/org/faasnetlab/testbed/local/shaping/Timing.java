package org.faasnetlab.testbed.local.shaping;

/** Time as the relays see it; a test drives it by hand. */
public interface Timing {

    /** Nanoseconds since some fixed moment, as {@link System#nanoTime()}. */
    long nanoTime();

    /** Returns when {@link #nanoTime()} has reached {@code due}, at once if it has already. */
    void sleepUntil(long due) throws InterruptedException;
}
