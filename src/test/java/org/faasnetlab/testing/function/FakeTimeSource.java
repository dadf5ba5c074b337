package org.faasnetlab.testing.function;

import org.faasnetlab.function.task.TimeSource;

/** Clocks that a test advances. Parking advances them by the requested time. */
public class FakeTimeSource implements TimeSource {
    private long nanos = 77;
    private long epochOffsetMicros;

    public FakeTimeSource(long epochMs) {
        epochOffsetMicros = epochMs * 1000;
    }

    public void advanceMillis(long millis) {
        nanos += millis * 1_000_000;
    }

    public void stepWallClockMillis(long millis) {
        epochOffsetMicros += millis * 1000;
    }

    @Override
    public long epochMicros() {
        return epochOffsetMicros + (nanos - 77) / 1000;
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public void park(long forNanos) {
        nanos += forNanos;
    }
}
