package org.faasnetlab.cli.run;

import java.util.Optional;
import org.faasnetlab.LabException;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.testbed.Testbed;
import org.jspecify.annotations.Nullable;

/** A run that can be stopped from another thread, also while its testbed is being opened. */
final class StoppableRun {
    private @Nullable ActiveRun run;
    private @Nullable Thread opening;
    private boolean stopped;

    /** Opens a testbed, and leaves nothing behind when it is interrupted. */
    @FunctionalInterface
    interface Opening {
        Testbed open() throws LabException, InterruptedException;
    }

    /**
     * Opens the testbed on this thread, which a stop interrupts.
     *
     * @return empty if it was stopped before the testbed was open
     */
    Optional<Testbed> opened(Opening work) throws LabException {
        if (!enter()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.open());
        } catch (InterruptedException e) {
            return Optional.empty();
        } finally {
            leave();
        }
    }

    private synchronized boolean enter() {
        opening = stopped ? null : Thread.currentThread();
        return !stopped;
    }

    // The interrupt was meant only for opening the testbed.
    private synchronized void leave() {
        opening = null;
        if (stopped) {
            Thread.interrupted();
        }
    }

    /** Sets the active run; cancels it immediately if a stop was requested before. */
    synchronized void began(ActiveRun active) {
        run = active;
        if (stopped) {
            active.cancel();
        }
    }

    synchronized void stop() {
        stopped = true;
        if (run != null) {
            run.cancel();
        }
        if (opening != null) {
            opening.interrupt();
        }
    }

    synchronized boolean stopped() {
        return stopped;
    }
}
