package org.faasnetlab.testing.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testing.ManualClock;

/** A clock and sleeper whose time passes only by sleeping, and without waiting. */
public final class FakeSleeper extends ManualClock {
    private final List<Duration> sleeps = new ArrayList<>();
    private Runnable duringSleeps = () -> {};

    public FakeSleeper(Instant now) {
        super(now);
    }

    public List<Duration> sleeps() {
        return sleeps;
    }

    /** Called during each sleep, for changes by others. */
    public void duringSleeps(Runnable event) {
        duringSleeps = event;
    }

    /** A sleeper that stops when the creation is cancelled. */
    public Sleeper cancellableBy(Cancellation cancellation) {
        return time -> {
            sleep(time);
            cancellation.check();
        };
    }

    public synchronized void sleep(Duration time) {
        move(time);
        sleeps.add(time);
        duringSleeps.run();
    }
}
