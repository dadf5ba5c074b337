package org.faasnetlab.testbed.aws.creation;

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

    /** @throws CreationCancelledException if the wish is there */
    public void check() throws CreationCancelledException {
        if (isAsked()) {
            throw new CreationCancelledException();
        }
    }

    /**
     * Lets time pass.
     *
     * @throws CreationCancelledException as soon as the wish comes
     */
    public void pause(Duration time) throws InterruptedException {
        if (asked.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new CreationCancelledException();
        }
    }
}
