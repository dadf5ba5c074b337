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

    /** @throws CancelledException if the wish is there */
    void check() throws CancelledException {
        if (isAsked()) {
            throw new CancelledException();
        }
    }

    /**
     * Lets time pass.
     *
     * @throws CancelledException as soon as the wish comes
     */
    public void pause(Duration time) throws InterruptedException {
        if (asked.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new CancelledException();
        }
    }
}
