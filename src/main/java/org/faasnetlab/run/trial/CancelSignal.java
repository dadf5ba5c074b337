package org.faasnetlab.run.trial;

import org.faasnetlab.LabException;
import org.jspecify.annotations.Nullable;

/**
 * Signals that a run is to stop. Setting it interrupts the run's thread only while that waits for the testbed, so that
 * the store is never interrupted.
 */
public final class CancelSignal {
    private boolean cancelled;
    private @Nullable Thread waiting;

    /** Slow, interruptible work of the testbed. */
    @FunctionalInterface
    public interface Work<T> {
        T get() throws LabException, InterruptedException;
    }

    public synchronized void cancel() {
        cancelled = true;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /**
     * Runs work on this thread that {@link #cancel} interrupts.
     *
     * @throws InterruptedException if the run was cancelled before or during the work, even if the work swallowed the
     *     interrupt, unless the work completed
     */
    <T> T interruptibly(Work<T> work) throws LabException, InterruptedException {
        enter();
        try {
            return work.get();
        } catch (LabException e) {
            if (isCancelled()) {
                InterruptedException stopped = new InterruptedException("cancelled");
                stopped.initCause(e);
                throw stopped;
            }
            throw e;
        } finally {
            leave();
        }
    }

    private synchronized void enter() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException("cancelled");
        }
        waiting = Thread.currentThread();
    }

    // The interrupt was meant only for the work.
    private synchronized void leave() {
        waiting = null;
        if (cancelled) {
            Thread.interrupted();
        }
    }
}
