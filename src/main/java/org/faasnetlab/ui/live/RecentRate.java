package org.faasnetlab.ui.live;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Mean rate of one function over its newest intervals: as many as make up a second, at least one. A single interval of
 * 100 ms swings with the block size of the measuring program; a second reads calmly.
 */
final class RecentRate {
    private static final long WINDOW_MICROS = 1_000_000;
    private static final int KEPT = 16;

    private final long[] durations = new long[KEPT];
    private final long[] bytes = new long[KEPT];
    private int next;
    private int size;

    void add(Interval interval) {
        durations[next] = interval.durationMicros();
        bytes[next] = interval.bytes();
        next = (next + 1) % KEPT;
        size = Math.min(size + 1, KEPT);
    }

    /** Null before the first interval. */
    @Nullable
    Bandwidth bandwidth() {
        long micros = 0;
        long moved = 0;
        for (int back = 1; back <= size && micros < WINDOW_MICROS; back++) {
            int at = Math.floorMod(next - back, KEPT);
            micros += durations[at];
            moved += bytes[at];
        }
        return micros == 0 ? null : new Bandwidth(moved * 8e6 / micros);
    }
}
