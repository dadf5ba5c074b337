package org.faasnetlab.testbed.aws.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.HandClock;
import org.faasnetlab.testbed.aws.calls.Pause;

/** Time that passes only in pauses, and then at once. */
final class TestTime extends HandClock {
    private final List<Duration> pauses = new ArrayList<>();
    private Runnable duringPauses = () -> {};

    TestTime(Instant now) {
        super(now);
    }

    List<Duration> pauses() {
        return pauses;
    }

    /** What happens elsewhere in each pause. */
    void duringPauses(Runnable event) {
        duringPauses = event;
    }

    /** Pauses that a cancellation ends. */
    Pause endedBy(Cancellation cancellation) {
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
