package org.faasnetlab.testbed.aws.deletion;

import java.time.Clock;
import org.faasnetlab.testbed.aws.deletion.DeletionStepProgress.State;
import org.jspecify.annotations.Nullable;

/** Tells a listener of steps, and of the same news only once. */
final class DeletionProgress {

    private final Clock clock;
    private final DeletionListener listener;
    private @Nullable String last;

    DeletionProgress(Clock clock, DeletionListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    DeletionListener listener() {
        return listener;
    }

    void running(DeletionStep step, String detail) {
        tell(step, State.RUNNING, detail);
    }

    void ended(DeletionStep step, boolean complete, String detail) {
        tell(step, complete ? State.DONE : State.INCOMPLETE, detail);
    }

    private void tell(DeletionStep step, State state, String detail) {
        String news = step + " " + state + " " + detail;
        if (!news.equals(last)) {
            last = news;
            listener.step(new DeletionStepProgress(step, state, detail, clock.instant()));
        }
    }
}
