package org.faasnetlab.testbed.aws.teardown;

import java.time.Clock;
import org.faasnetlab.testbed.aws.teardown.StepProgress.State;
import org.jspecify.annotations.Nullable;

/** Tells a listener of steps, and of the same news only once. */
final class Progress {

    private final Clock clock;
    private final TeardownListener listener;
    private @Nullable String last;

    Progress(Clock clock, TeardownListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    TeardownListener listener() {
        return listener;
    }

    void running(TeardownStep step, String detail) {
        tell(step, State.RUNNING, detail);
    }

    void ended(TeardownStep step, boolean complete, String detail) {
        tell(step, complete ? State.DONE : State.INCOMPLETE, detail);
    }

    private void tell(TeardownStep step, State state, String detail) {
        String news = step + " " + state + " " + detail;
        if (!news.equals(last)) {
            last = news;
            listener.step(new StepProgress(step, state, detail, clock.instant()));
        }
    }
}
