package org.faasnetlab.run;

import java.util.concurrent.CompletionStage;
import org.faasnetlab.store.RunRow;

/** An active run. */
public interface ActiveRun {
    String id();

    /** Stops the run; on this computer its functions stop within 2 seconds. Does nothing if it has finished. */
    void cancel();

    /** Completes when the run has finished and is fully stored; never exceptionally for an expected failure. */
    CompletionStage<RunRow> ended();
}
