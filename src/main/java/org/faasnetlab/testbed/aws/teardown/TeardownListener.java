package org.faasnetlab.testbed.aws.teardown;

import org.faasnetlab.testbed.aws.calls.ResourceProgress;

/** Hears how a teardown goes on, on the thread that runs it. */
public interface TeardownListener {

    void step(StepProgress progress);

    void event(ResourceProgress news);
}
