package org.faasnetlab.testing.local;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongUnaryOperator;
import org.faasnetlab.testbed.local.shaping.Timing;

/** A clock that advances only by sleeping, with a configurable delay of wake-ups. */
public final class FakeTiming implements Timing {
    private final LongUnaryOperator lateness;
    private long now;

    public FakeTiming(long now, LongUnaryOperator lateness) {
        this.now = now;
        this.lateness = lateness;
    }

    public static FakeTiming exact() {
        return new FakeTiming(0, due -> 0);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    /** The wall clock shows nanoseconds since 1970. */
    @Override
    public long nanoTimeAt(Instant moment) {
        return Duration.between(Instant.EPOCH, moment).toNanos();
    }

    @Override
    public void sleepUntil(long due) {
        if (due > now) {
            now = due + lateness.applyAsLong(due);
        }
    }

    public void idle(long nanos) {
        now += nanos;
    }
}
