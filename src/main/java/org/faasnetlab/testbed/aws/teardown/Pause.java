package org.faasnetlab.testbed.aws.teardown;

import java.time.Duration;

/** Lets time pass between two looks at AWS. */
public interface Pause {
    void pause(Duration time) throws InterruptedException;
}
