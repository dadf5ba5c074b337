package org.faasnetlab.testbed.aws.setup;

import java.util.EnumMap;
import java.util.Map;

/** Tells the listener of each change of a step, once. */
final class StepReport {

    private final SetupListener listener;
    private final Map<SetupStep, StepState> told = new EnumMap<>(SetupStep.class);

    StepReport(SetupListener listener) {
        this.listener = listener;
    }

    void begun(SetupStep step) {
        tell(step, StepState.UNDER_WAY);
    }

    void done(SetupStep step) {
        tell(step, StepState.DONE);
    }

    /** What is under way has failed. */
    void failed() {
        for (SetupStep step : SetupStep.values()) {
            if (told.get(step) == StepState.UNDER_WAY) {
                tell(step, StepState.FAILED);
            }
        }
    }

    private void tell(SetupStep step, StepState state) {
        if (told.put(step, state) != state) {
            listener.onStep(step, state);
        }
    }
}
