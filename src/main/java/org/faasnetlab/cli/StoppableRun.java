package org.faasnetlab.cli;

import org.faasnetlab.experiment.ActiveRun;
import org.jspecify.annotations.Nullable;

/** A run that can be stopped from another thread, also when it has not begun yet. */
final class StoppableRun {
    private @Nullable ActiveRun run;
    private boolean stopped;

    /** The run has begun; if it was to be stopped before, it is cancelled at once. */
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
    }

    synchronized boolean stopped() {
        return stopped;
    }
}
