package org.faasnetlab.export.importing;

import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.measure.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The time that the intervals of one function cover, in any order. Rows that follow each other in time are one stretch, so
 * that a table of any length needs little memory.
 */
final class CoveredTime {
    /** Times that are rounded to whole milliseconds overlap by up to one. */
    private static final long ROUNDING_MICROS = 1000;
    /** Share of an interval that rounding can move its ends. */
    private static final double ROUNDING_SHARE = 0.02;

    /** The lines are those of the intervals that begin and end a stretch. */
    private record Stretch(long end, long firstEnd, long firstLine, long lastStart, long lastLine) {}

    private final TreeMap<Long, Stretch> stretches = new TreeMap<>();
    private long covered;

    /**
     * Adds an interval, or returns the line or lines of an earlier one that it overlaps.
     *
     * @param line in the file
     */
    @Nullable
    String add(Interval interval, long line) {
        long start = interval.offsetMicros();
        long end = interval.endMicros();
        long rounding = Math.max(
                Math.round(ROUNDING_SHARE * interval.durationMicros()),
                Math.min(ROUNDING_MICROS, interval.durationMicros() / 2));
        Map.Entry<Long, Stretch> before = stretches.floorEntry(start);
        Map.Entry<Long, Stretch> after = stretches.higherEntry(start);
        if (before != null && before.getValue().end > start + rounding) {
            return lines(before.getValue(), start);
        }
        if (after != null && after.getKey() < end - rounding) {
            return "line " + after.getValue().firstLine;
        }
        covered += interval.durationMicros();
        Stretch stretch = new Stretch(end, end, line, start, line);
        if (after != null && after.getKey() <= end + rounding) {
            stretches.remove(after.getKey());
            Stretch next = after.getValue();
            stretch = new Stretch(Math.max(end, next.end), end, line, next.lastStart, next.lastLine);
        }
        if (before != null && before.getValue().end >= start - rounding) {
            Stretch earlier = before.getValue();
            stretches.put(
                    before.getKey(),
                    new Stretch(
                            Math.max(earlier.end, stretch.end),
                            earlier.firstEnd,
                            earlier.firstLine,
                            stretch.lastStart,
                            stretch.lastLine));
        } else {
            stretches.put(start, stretch);
        }
        return null;
    }

    private static String lines(Stretch stretch, long start) {
        if (start < stretch.firstEnd) {
            return "line " + stretch.firstLine;
        }
        return start >= stretch.lastStart
                ? "line " + stretch.lastLine
                : "one of the lines " + Math.min(stretch.firstLine, stretch.lastLine) + " to "
                        + Math.max(stretch.firstLine, stretch.lastLine);
    }

    /** From the first start to the last end, without the intervals between. */
    long missingMicros() {
        return stretches.isEmpty()
                ? 0
                : Math.max(0, stretches.lastEntry().getValue().end - stretches.firstKey() - covered);
    }
}
