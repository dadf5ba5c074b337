package org.faasnetlab.testbed.aws.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only in pauses, and then at once. */
final class TestTime extends Clock implements Pauses {

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

    @Override
    public boolean cancelledWithin(Duration time, Cancellation cancellation) {
        now = now.plus(time);
        pauses.add(time);
        duringPauses.run();
        return cancellation.isAsked();
    }

    @Override
    public Instant instant() {
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
