package org.faasnetlab.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.faasnetlab.cli.common.Interrupts;
import org.jspecify.annotations.Nullable;
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

    @Override
    public Registration onInterrupt(Runnable first, Runnable next) {
        Registration ending = onInterrupt(next);
        Registration beginning = onFirstInterrupt(first);
        return () -> {
            beginning.close();
            ending.close();
        };
    }

    /** A shutdown cannot be cancelled; so the first signal must not start one. Java has no other interface for signals. */
    @SuppressWarnings("sunapi")
    private static Registration onFirstInterrupt(Runnable action) {
        sun.misc.Signal interrupt = new sun.misc.Signal("INT");
        AtomicReference<sun.misc.@Nullable SignalHandler> before = new AtomicReference<>();
        Registration restoring = () -> {
            sun.misc.SignalHandler handler = before.getAndSet(null);
            if (handler != null) {
                sun.misc.Signal.handle(interrupt, handler);
            }
        };
        try {
            before.set(sun.misc.Signal.handle(interrupt, received -> {
                restoring.close();
                action.run();
            }));
        } catch (IllegalArgumentException e) {
            log().info("The Java machine does not handle Ctrl-C: {}", e.getMessage());
        }
        return restoring;
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
