package org.faasnetlab.testbed.local.link;

import java.util.function.LongUnaryOperator;

/** Time that passes only by sleeping, and wakes sleepers as late as the test says. */
final class FakeTiming implements Timing {
    private final LongUnaryOperator lateness;
    private long now;

    FakeTiming(long now, LongUnaryOperator lateness) {
        this.now = now;
        this.lateness = lateness;
    }

    static FakeTiming exact() {
        return new FakeTiming(0, due -> 0);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void sleepUntil(long due) {
        if (due > now) {
            now = due + lateness.applyAsLong(due);
        }
    }

    void idle(long nanos) {
        now += nanos;
    }
}
