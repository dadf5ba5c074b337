package org.faasnetlab.function.task;

import org.faasnetlab.protocol.StartTime;

/**
 * Time after T0. The wall clock is read on construction; afterwards the monotonic clock is used, so that a step of the wall
 * clock during a trial changes neither the timeline nor the start.
 *
 * <p>Both clocks cannot be read at the same moment: a process that has just started loads classes between two readings, or
 * loses its processor, for milliseconds. Of several readings of the wall clock, that one counts which the monotonic clock
 * encloses most closely.
 */
public final class TrialClock {
    private static final int READINGS = 5;

    private final TimeSource time;
    private final long anchorNanos;
    private final long anchorOffsetMicros;

    public TrialClock(TimeSource time, StartTime start) {
        this(time, start.startAtEpochMs());
    }

    /** @param t0EpochMs T0, milliseconds since 1970 */
    public TrialClock(TimeSource time, long t0EpochMs) {
        this.time = time;
        long narrowest = Long.MAX_VALUE;
        long nanos = 0;
        long epochMicros = 0;
        for (int i = 0; i < READINGS; i++) {
            long before = time.nanoTime();
            long wall = time.epochMicros();
            long width = time.nanoTime() - before;
            if (width < narrowest) {
                narrowest = width;
                nanos = before + width / 2;
                epochMicros = wall;
            }
        }
        this.anchorNanos = nanos;
        this.anchorOffsetMicros = epochMicros - t0EpochMs * 1000;
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
