package org.faasnetlab.function.task;

/** Clocks that a test moves. Parking moves them by what is asked for. */
public class FakeTime implements TimeSource {
    private long nanos = 77;
    private long epochOffsetMicros;

    public FakeTime(long epochMs) {
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
