package org.faasnetlab.measure;

import org.jspecify.annotations.Nullable;

/**
 * What one function moved in one short stretch of time, by the function's own clock.
 *
 * @param offsetMicros start of the stretch in microseconds after T0; negative if it began before T0
 * @param durationMicros its length in microseconds, more than 0
 * @param bytes payload bytes moved, at least 0
 * @param retransmits TCP segments sent again in the stretch, or null where the function cannot know
 */
public record Interval(
        long offsetMicros,
        long durationMicros,
        long bytes,
        @Nullable Long retransmits) {

    public Interval {
        if (durationMicros <= 0) {
            throw new IllegalArgumentException("the duration of an interval must be above 0 us, not " + durationMicros);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("the bytes of an interval must be non-negative, not " + bytes);
        }
    }

    /** End of the stretch in microseconds after T0. */
    public long endMicros() {
        return offsetMicros + durationMicros;
    }

    public Bandwidth bandwidth() {
        return new Bandwidth(bytes * 8e6 / durationMicros);
    }
}
