package org.faasnetlab.chart.timeline;

import java.util.List;
import org.faasnetlab.measure.Interval;

/** The intervals of a function that can be drawn as a rate. */
public final class DrawableIntervals {
    private DrawableIntervals() {}

    /**
     * Leaves out a last interval that is shorter than half of the one before: what remains of a transfer can be some
     * milliseconds, and over these a full buffer looks like a peak.
     *
     * @param intervals of one function, in order
     */
    public static List<Interval> of(List<Interval> intervals) {
        int last = intervals.size() - 1;
        if (last < 1
                || intervals.get(last).durationMicros() * 2
                        >= intervals.get(last - 1).durationMicros()) {
            return List.copyOf(intervals);
        }
        return List.copyOf(intervals.subList(0, last));
    }
}
