package org.faasnetlab.testbed.local.shaping;

import java.util.concurrent.locks.LockSupport;

/** The system clock. */
final class SystemTiming implements Timing {
    @Override
    public long nanoTime() {
        return System.nanoTime();
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
}
