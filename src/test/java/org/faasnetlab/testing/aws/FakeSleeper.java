package org.faasnetlab.testing.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testing.ManualClock;

/** Time that passes only in pauses, and then at once. */
public final class FakeSleeper extends ManualClock {
    private final List<Duration> pauses = new ArrayList<>();
    private Runnable duringPauses = () -> {};

    public FakeSleeper(Instant now) {
        super(now);
    }

    public List<Duration> pauses() {
        return pauses;
    }

    /** What happens elsewhere in each pause. */
    public void duringPauses(Runnable event) {
        duringPauses = event;
    }

    /** Pauses that a cancellation ends. */
    public Sleeper endedBy(Cancellation cancellation) {
        return time -> {
            pause(time);
            cancellation.check();
        };
    }

    private synchronized void pause(Duration time) {
        move(time);
        pauses.add(time);
        duringPauses.run();
    }
}
