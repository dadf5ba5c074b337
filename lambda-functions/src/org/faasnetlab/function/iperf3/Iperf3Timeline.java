package org.faasnetlab.function.iperf3;

import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Puts iperf3's stretches on the trial's timeline. iperf3 prints no absolute time, but it prints a stretch right after
 * its end; so the test began at the earliest {@code arrival - end} over its lines. Each line uses what is known by
 * then; a late line can only put the begin too late, and is corrected by the lines after it.
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

    /** The stretch as an interval, or null if it adds no time: iperf3 repeats its last line when it breaks off. */
    @Nullable
    Interval interval(Iperf3Event.Stretch stretch) {
        if (stretch.endMicros() <= endMicros) {
            return null;
        }
        long duration = stretch.endMicros() - endMicros;
        long offset = begin + endMicros;
        endMicros = stretch.endMicros();
        return new Interval(offset, duration, stretch.moved().in(duration), stretch.retransmits());
    }

    /** When the test began, in microseconds after T0, as far as the lines tell. */
    long beginMicros(long otherwise) {
        return begin == Long.MAX_VALUE ? otherwise : begin;
    }
}
