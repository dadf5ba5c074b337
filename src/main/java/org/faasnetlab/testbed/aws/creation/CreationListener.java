package org.faasnetlab.testbed.aws.creation;

import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;

/** Hears how a set-up goes on, on the thread that sets up. Returns at once. */
public interface CreationListener {

    void onStep(CreationStep step, StepState state);

    /** News of a resource, in the order of their times. A set-up that is continued tells what happened before, too. */
    void onResource(ResourceProgress resource);

    /** AWS cannot be asked at the moment; it is tried again for a while. */
    void onDelay(AwsAccessException reason);
}
