package org.faasnetlab.testbed.aws.deletion;

import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;

/** Receives the progress of a deletion on the thread that runs it. */
public interface DeletionListener {

    /** @param detail what is being done or was done, without a full stop; may be empty */
    void onStep(DeletionStep step, StepState state, String detail);

    void onResource(ResourceProgress resource);
}
