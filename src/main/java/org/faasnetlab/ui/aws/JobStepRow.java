package org.faasnetlab.ui.aws;

import java.util.Arrays;
import java.util.List;
import org.faasnetlab.testbed.aws.creation.CreationStep;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;

/**
 * A step of a job.
 *
 * @param key the step's own name
 * @param detail what is being done or was done; may be empty
 */
record JobStepRow(Enum<?> key, State state, String detail) {

    /** How it stands. */
    enum State {
        WAITING,
        UNDER_WAY,
        DONE,
        /** Not everything could be done. */
        INCOMPLETE,
        FAILED
    }

    static List<JobStepRow> ofSetup() {
        return Arrays.stream(CreationStep.values()).map(JobStepRow::waiting).toList();
    }

    static List<JobStepRow> ofTeardown() {
        return Arrays.stream(DeletionStep.values()).map(JobStepRow::waiting).toList();
    }

    private static JobStepRow waiting(Enum<?> key) {
        return new JobStepRow(key, State.WAITING, "");
    }
}
