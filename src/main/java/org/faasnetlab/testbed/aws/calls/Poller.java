package org.faasnetlab.testbed.aws.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.testbed.aws.account.AwsAccessException;

/** Looks again and again until something is so, or patience ends. */
public final class Poller {

    /** A look at AWS. */
    public interface Look {
        boolean done() throws AwsAccessException, InterruptedException;
    }

    private final Clock clock;
    private final Sleeper pause;

    public Poller(Clock clock, Sleeper pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Whether it came to be so in time. Looks at least once. */
    public boolean until(Duration patience, Duration between, Look look)
            throws AwsAccessException, InterruptedException {
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
