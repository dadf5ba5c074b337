package org.faasnetlab.testbed.local.shaping;

/** The clock of the relays; replaceable in tests. */
public interface Timing {

    /** Nanoseconds since an arbitrary origin, like {@link System#nanoTime()}. */
    long nanoTime();

    /** Returns when {@link #nanoTime()} has reached {@code due}, or immediately if it already has. */
    void sleepUntil(long due) throws InterruptedException;
}
