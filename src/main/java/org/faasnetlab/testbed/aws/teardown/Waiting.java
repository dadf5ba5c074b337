package org.faasnetlab.testbed.aws.teardown;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.testbed.aws.AwsAccessException;
import org.faasnetlab.testbed.aws.calls.Pause;

/** Looks again and again until something is so, or patience ends. */
final class Waiting {

    /** A look at AWS. */
    interface Look {
        boolean done() throws AwsAccessException, InterruptedException;
    }

    private final Clock clock;
    private final Pause pause;

    Waiting(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Whether it came to be so in time. Looks at least once. */
    boolean until(Duration patience, Duration between, Look look) throws AwsAccessException, InterruptedException {
        Instant end = clock.instant().plus(patience);
        while (!look.done()) {
            if (clock.instant().isAfter(end)) {
                return false;
            }
            pause.pause(between);
        }
        return true;
    }
}
