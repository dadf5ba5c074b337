package org.faasnetlab.testbed.aws.deletion;

import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;

/** Receives the progress of a deletion on the thread that runs it. */
public interface DeletionListener {
    /** For a deletion whose progress nobody sees. */
    DeletionListener NONE = new DeletionListener() {
        @Override
        public void onStep(DeletionStep step, StepState state, String detail) {}

        @Override
        public void onResource(ResourceProgress resource) {}
    };

    /**
     * A step has begun, ended or failed.
     *
     * @param detail what is being done or was done, without a full stop; may be empty
     */
    void onStep(DeletionStep step, StepState state, String detail);

    void onResource(ResourceProgress resource);
}
