package org.faasnetlab.ui.aws;

import java.util.Arrays;
import java.util.List;
import org.faasnetlab.testbed.aws.calls.StepState;
import org.faasnetlab.testbed.aws.creation.CreationStep;
import org.faasnetlab.testbed.aws.deletion.DeletionStep;

/**
 * A step of a job with its state.
 *
 * @param key a {@link CreationStep} or {@link DeletionStep}
 * @param detail what is being done or was done; may be empty
 */
record JobStepRow(Enum<?> key, StepState state, String detail) {

    static List<JobStepRow> ofCreation() {
        return Arrays.stream(CreationStep.values()).map(JobStepRow::waiting).toList();
    }

    static List<JobStepRow> ofDeletion() {
        return Arrays.stream(DeletionStep.values()).map(JobStepRow::waiting).toList();
    }

    private static JobStepRow waiting(Enum<?> key) {
        return new JobStepRow(key, StepState.WAITING, "");
    }
}
