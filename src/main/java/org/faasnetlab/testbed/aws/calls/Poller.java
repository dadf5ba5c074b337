package org.faasnetlab.testbed.aws.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.faasnetlab.testbed.aws.account.AwsAccessException;

/** Checks a condition in AWS at intervals until it is met or a timeout has passed. */
public final class Poller {

    /** A state of AWS that is waited for. */
    @FunctionalInterface
    public interface Condition {
        boolean isMet() throws AwsAccessException, InterruptedException;
    }

    private final Clock clock;
    private final Sleeper sleeper;

    public Poller(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Whether the condition was met in time. Checks it at least once. */
    public boolean pollUntil(Duration timeout, Duration interval, Condition condition)
            throws AwsAccessException, InterruptedException {
        Instant end = clock.instant().plus(timeout);
        while (!condition.isMet()) {
            if (clock.instant().isAfter(end)) {
                return false;
            }
            sleeper.sleep(interval);
        }
        return true;
    }
}
