package org.faasnetlab.testbed.aws.creation;

import java.util.EnumMap;
import java.util.Map;

/** Tells the listener of each change of a step, once. */
final class CreationProgress {

    private final CreationListener listener;
    private final Map<CreationStep, StepState> told = new EnumMap<>(CreationStep.class);

    CreationProgress(CreationListener listener) {
        this.listener = listener;
    }

    void begun(CreationStep step) {
        tell(step, StepState.UNDER_WAY);
    }

    void done(CreationStep step) {
        tell(step, StepState.DONE);
    }

    /** What is under way has failed. */
    void failed() {
        for (CreationStep step : CreationStep.values()) {
            if (told.get(step) == StepState.UNDER_WAY) {
                tell(step, StepState.FAILED);
            }
        }
    }

    private void tell(CreationStep step, StepState state) {
        if (told.put(step, state) != state) {
            listener.onStep(step, state);
        }
    }
}
