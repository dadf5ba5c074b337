package org.faasnetlab.testbed.aws.creation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The user's request to cancel a creation and delete what it has created. Safe for use by several threads. */
public final class Cancellation {

    private final CountDownLatch requested = new CountDownLatch(1);

    public void cancel() {
        requested.countDown();
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /**
     * Stops the work here if the user has cancelled it.
     *
     * @throws CancelledException if cancellation was requested
     */
    public void check() throws CancelledException {
        if (isRequested()) {
            throw new CancelledException();
        }
    }

    /**
     * Sleeps until the time has passed.
     *
     * @throws CancelledException as soon as cancellation is requested
     */
    public void sleep(Duration time) throws InterruptedException {
        if (requested.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new CancelledException();
        }
    }

    /** Unwinds the stack from anywhere in a creation to its rollback; never leaves the package. */
    static final class CancelledException extends InterruptedException {

        private static final long serialVersionUID = 1L;

        private CancelledException() {
            super("the creation was cancelled");
        }
    }
}
