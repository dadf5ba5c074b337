package org.faasnetlab.testbed.aws.calls;

import java.time.Duration;

/** Waits between two requests to AWS; tests replace it so that waiting takes no time. */
@FunctionalInterface
public interface Sleeper {

    /** Sleeps on the calling thread. */
    Sleeper SYSTEM = time -> Thread.sleep(time.toMillis());

    /**
     * Waits for this time.
     *
     * @throws InterruptedException immediately, if the thread is interrupted or the work is cancelled
     */
    void sleep(Duration time) throws InterruptedException;
}
