package org.faasnetlab.function.s3;

import org.faasnetlab.measure.Interval;

/**
 * Divides a transfer into intervals on a fixed grid from its start. An interval contains the bytes counted since the
 * previous one, so that the sum over all intervals equals the total exactly. A late call makes a longer interval: it
 * ends at the time of the count, and the grid does not move.
 */
final class IntervalGrid {
    private final long beginMicros;
    private final long stepMicros;
    private long endMicros;
    private long bytes;

    IntervalGrid(long beginMicros, int intervalMs) {
        this.beginMicros = beginMicros;
        this.stepMicros = intervalMs * 1000L;
        this.endMicros = beginMicros;
    }

    /** The first grid point after the given time, in microseconds after T0. */
    long nextAfter(long nowMicros) {
        return beginMicros + (Math.floorDiv(nowMicros - beginMicros, stepMicros) + 1) * stepMicros;
    }

    /**
     * Ends an interval.
     *
     * @param nowMicros when the bytes were counted; if this is not after the previous end, the interval lasts 1 us
     * @param bytesSoFar bytes since the start of the transfer
     */
    Interval cut(long nowMicros, long bytesSoFar) {
        long end = Math.max(nowMicros, endMicros + 1);
        Interval interval = new Interval(endMicros, end - endMicros, bytesSoFar - bytes, null);
        endMicros = end;
        bytes = bytesSoFar;
        return interval;
    }

    /** Whether a final interval at this time would have bytes or a duration. */
    boolean hasMore(long nowMicros, long bytesSoFar) {
        return bytesSoFar > bytes || nowMicros > endMicros;
    }
}
