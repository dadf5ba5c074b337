package org.faasnetlab.testbed.aws.calls;

import java.time.Duration;

/** Lets time pass between two looks at AWS. */
@FunctionalInterface
public interface Sleeper {

    /** Real time, which an interrupt ends. */
    Sleeper REAL = time -> Thread.sleep(time.toMillis());

    /** @throws InterruptedException if what it is a part of is to end; then at once */
    void pause(Duration time) throws InterruptedException;
}
