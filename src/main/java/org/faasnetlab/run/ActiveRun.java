package org.faasnetlab.run;

import java.util.concurrent.CompletionStage;
import org.faasnetlab.store.RunRow;

/** A run under way. */
public interface ActiveRun {
    String id();

    /** Stops the run; its functions end within 2 seconds on this computer. Does nothing if it has ended. */
    void cancel();

    /** Done when the run has ended and everything of it is stored; never exceptionally for a foreseen failure. */
    CompletionStage<RunRow> ended();
}
