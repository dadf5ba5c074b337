package org.faasnetlab.run.smoke;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;
import org.jspecify.annotations.Nullable;

/** Measures how long a deletion waits until Lambda releases its network interfaces, and passes its progress on. */
final class InterfaceWait implements DeletionListener {
    private final DeletionListener listener;
    private final Clock clock;
    private @Nullable Instant since;
    private Duration waited = Duration.ZERO;
    private @Nullable StepState end;

    InterfaceWait(DeletionListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void onStep(DeletionStep step, StepState state, String detail) {
        if (step == DeletionStep.INTERFACES) {
            Instant now = clock.instant();
            if (state != StepState.RUNNING && since != null) {
                waited = waited.plus(Duration.between(since, now));
                since = null;
                end = state;
            } else if (since == null) {
                since = now;
            }
        }
        listener.onStep(step, state, detail);
    }

    @Override
    public void onResource(ResourceProgress resource) {
        listener.onResource(resource);
    }

    /** Whole seconds with their unit; empty if the deletion did not get that far. */
    String text() {
        if (end == null) {
            return "";
        }
        return end == StepState.DONE
                ? waited.toSeconds() + " s"
                : "more than " + waited.toSeconds() + " s: not all were released";
    }
}
