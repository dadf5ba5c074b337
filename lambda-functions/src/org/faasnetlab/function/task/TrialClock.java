package org.faasnetlab.function.task;

import org.faasnetlab.protocol.StartTime;

/**
 * Time after T0. The wall clock is read once, on construction; afterwards the monotonic clock is used, so that a step
 * of the wall clock during a trial changes neither the timeline nor the start.
 */
public final class TrialClock {
    private final TimeSource time;
    private final long anchorNanos;
    private final long anchorOffsetMicros;

    public TrialClock(TimeSource time, StartTime start) {
        this(time, start.startAtEpochMs());
    }

    /** @param t0EpochMs T0, milliseconds since 1970 */
    public TrialClock(TimeSource time, long t0EpochMs) {
        this.time = time;
        this.anchorNanos = time.nanoTime();
        this.anchorOffsetMicros = time.epochMicros() - t0EpochMs * 1000;
    }

    /** The current reading of the monotonic clock. */
    public long nanoTime() {
        return time.nanoTime();
    }

    /** A reading of {@link #nanoTime()} as microseconds after T0; negative before T0. */
    public long offsetMicros(long nanoTime) {
        return anchorOffsetMicros + Math.floorDiv(nanoTime - anchorNanos, 1000L);
    }

    /** Now, in microseconds after T0. */
    public long offsetMicros() {
        return offsetMicros(time.nanoTime());
    }
}
