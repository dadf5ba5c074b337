package org.faasnetlab.run.trial;

import org.faasnetlab.LabException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run is to stop. Setting it interrupts the run's thread only while that waits for the testbed, so that the
 * store is never interrupted.
 */
public final class CancelSignal {
    private boolean cancelled;
    private @Nullable Thread waiting;

    /** Work of the testbed that may take long and heeds an interrupt. */
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
     * Does work on this thread that {@link #cancel} interrupts.
     *
     * @throws InterruptedException if the run was cancelled before or during the work, however the work took it, unless
     *     the work came to its end all the same
     */
    <T> T interruptibly(Work<T> work) throws LabException, InterruptedException {
        enter();
        try {
            return work.get();
        } catch (LabException failed) {
            if (isCancelled()) {
                InterruptedException stopped = new InterruptedException("cancelled");
                stopped.initCause(failed);
                throw stopped;
            }
            throw failed;
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

    // The interrupt was meant for the work alone.
    private synchronized void leave() {
        waiting = null;
        if (cancelled) {
            Thread.interrupted();
        }
    }
}
