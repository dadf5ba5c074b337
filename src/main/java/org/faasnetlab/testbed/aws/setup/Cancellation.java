package org.faasnetlab.testbed.aws.setup;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The user's wish to end a set-up and have nothing left of it. Safe for use by several threads. */
public final class Cancellation {

    private final CountDownLatch asked = new CountDownLatch(1);

    public void cancel() {
        asked.countDown();
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Whether the wish comes within this time, or is there already. */
    boolean comesWithin(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
