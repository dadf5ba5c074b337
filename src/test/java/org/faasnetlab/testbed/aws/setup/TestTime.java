package org.faasnetlab.testbed.aws.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.aws.calls.Pause;

/** Time that passes only in pauses, and then at once. */
final class TestTime extends Clock {

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now;
    private Runnable duringPauses = () -> {};

    TestTime(Instant now) {
        this.now = now;
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
        now = now.plus(time);
        pauses.add(time);
        duringPauses.run();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
