package org.faasnetlab.testbed.aws.setup;

import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;

/** Hears how a set-up goes on, on the thread that sets up. Returns at once. */
public interface SetupListener {

    void onStep(SetupStep step, StepState state);

    /** News of a resource, in the order of their times. A set-up that is continued tells what happened before, too. */
    void onResource(ResourceProgress resource);

    /** AWS cannot be asked at the moment; it is tried again for a while. */
    void onDelay(AwsAccessException reason);
}
