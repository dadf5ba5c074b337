package org.faasnetlab.testbed.aws.teardown;

/** Hears how a teardown goes on, on the thread that runs it. */
public interface TeardownListener {

    void step(StepProgress progress);

    void event(StackNews news);
}
