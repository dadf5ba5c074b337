package org.faasnetlab.function.iperf3;

import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Maps the intervals of iperf3 to the timeline of the trial. iperf3 prints no absolute time, but it prints an interval
 * right after its end; so the start of the test is the minimum of {@code arrival - end} over all lines. Each line uses
 * the estimate so far; a delayed line can only make it too late, and later lines correct it.
 */
final class Iperf3Timeline {
    private final TrialClock clock;
    private long begin = Long.MAX_VALUE;
    private long endMicros;

    Iperf3Timeline(TrialClock clock) {
        this.clock = clock;
    }

    /**
     * A line has been read that was printed right after this time of the test.
     *
     * @param arrivalNanos when it was read, by {@link TrialClock#nanoTime()}
     */
    void tick(long tickMicros, long arrivalNanos) {
        begin = Math.min(begin, clock.offsetMicros(arrivalNanos) - tickMicros);
    }

    /**
     * Converts to an interval of the trial, or null if it has no duration: iperf3 repeats its last line when it aborts.
     */
    @Nullable
    Interval interval(Iperf3Event.Stretch stretch) {
        if (stretch.endMicros() <= endMicros) {
            return null;
        }
        long duration = stretch.endMicros() - endMicros;
        long offset = begin + endMicros;
        endMicros = stretch.endMicros();
        return new Interval(offset, duration, stretch.moved().in(duration), stretch.retransmits(), stretch.metrics());
    }

    /** The estimated start of the test in microseconds after T0. */
    long beginMicros(long otherwise) {
        return begin == Long.MAX_VALUE ? otherwise : begin;
    }
}
