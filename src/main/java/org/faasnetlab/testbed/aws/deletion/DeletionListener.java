package org.faasnetlab.testbed.aws.deletion;

import org.faasnetlab.testbed.aws.calls.ResourceProgress;

/** Hears how a teardown goes on, on the thread that runs it. */
public interface DeletionListener {

    void step(DeletionStepProgress progress);

    void event(ResourceProgress news);
}
