package org.faasnetlab.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.cli.common.Interrupts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles Ctrl-C and signals with a shutdown hook, which waits until everything is stopped and stored. */
final class ShutdownInterrupts implements Interrupts {
    private static final int TIMEOUT_SECONDS = 20;

    @Override
    public Registration onInterrupt(Runnable action) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(action, done), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            done.countDown();
            remove(hook);
        };
    }

    private static void stop(Runnable action, CountDownLatch done) {
        action.run();
        try {
            if (!done.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                log().warn("The run did not stop within {} s; exiting anyway", TIMEOUT_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            log().debug("Already shutting down: {}", e.getMessage());
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(ShutdownInterrupts.class);
    }
}
