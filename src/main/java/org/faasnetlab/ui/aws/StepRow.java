package org.faasnetlab.ui.aws;

import java.util.Arrays;
import java.util.List;
import org.faasnetlab.testbed.aws.setup.SetupStep;
import org.faasnetlab.testbed.aws.teardown.TeardownStep;

/**
 * A step of a job.
 *
 * @param key the step's own name
 * @param detail what is being done or was done; may be empty
 */
record StepRow(Enum<?> key, State state, String detail) {

    /** How it stands. */
    enum State {
        WAITING,
        UNDER_WAY,
        DONE,
        /** Not everything could be done. */
        INCOMPLETE,
        FAILED
    }

    static List<StepRow> ofSetup() {
        return Arrays.stream(SetupStep.values()).map(StepRow::waiting).toList();
    }

    static List<StepRow> ofTeardown() {
        return Arrays.stream(TeardownStep.values()).map(StepRow::waiting).toList();
    }

    private static StepRow waiting(Enum<?> key) {
        return new StepRow(key, State.WAITING, "");
    }
}
