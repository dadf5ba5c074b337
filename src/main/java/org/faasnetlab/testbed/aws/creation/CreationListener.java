package org.faasnetlab.testbed.aws.creation;

import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.calls.StepState;

/** Receives the progress of a creation on the thread that runs it. Must return quickly. */
public interface CreationListener {
    /** For a creation whose progress nobody sees. */
    CreationListener NONE = new CreationListener() {
        @Override
        public void onStep(CreationStep step, StepState state) {}

        @Override
        public void onResource(ResourceProgress resource) {}

        @Override
        public void onDelay(AwsAccessException reason) {}
    };

    void onStep(CreationStep step, StepState state);

    /** Events of resources in the order of their time. A resumed creation reports earlier events, too. */
    void onResource(ResourceProgress resource);

    /** AWS cannot be reached or is throttling; the call is retried for some minutes. */
    void onDelay(AwsAccessException reason);
}
