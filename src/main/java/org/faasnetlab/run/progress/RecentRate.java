package org.faasnetlab.run.progress;

import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Mean rate of one function over its newest intervals: as many as add up to a second, at least one. A single interval
 * of 100 ms fluctuates with the block size of the measuring program; a second is steady enough to read.
 */
final class RecentRate {
    private static final long WINDOW_MICROS = 1_000_000;

    /** A second holds 10 of the shortest intervals; the rest is for shortened intervals. */
    private static final int MAX_INTERVALS = 16;

    private final long[] durations = new long[MAX_INTERVALS];
    private final long[] bytes = new long[MAX_INTERVALS];
    private int next;
    private int size;

    void add(Interval interval) {
        add(interval.durationMicros(), interval.bytes());
    }

    private void add(long durationMicros, long moved) {
        durations[next] = durationMicros;
        bytes[next] = moved;
        next = (next + 1) % MAX_INTERVALS;
        size = Math.min(size + 1, MAX_INTERVALS);
    }

    /** Appends the intervals of a later part. */
    void merge(RecentRate later) {
        for (int back = later.size; back >= 1; back--) {
            int at = later.index(back);
            add(later.durations[at], later.bytes[at]);
        }
    }

    /** Null before the first interval. */
    @Nullable
    Bandwidth bandwidth() {
        long micros = 0;
        long moved = 0;
        for (int back = 1; back <= size && micros < WINDOW_MICROS; back++) {
            micros += durations[index(back)];
            moved += bytes[index(back)];
        }
        return micros == 0 ? null : new Bandwidth(moved * 8e6 / micros);
    }

    /** The index of an interval counted backwards, 1 for the newest. */
    private int index(int back) {
        return Math.floorMod(next - back, MAX_INTERVALS);
    }
}
