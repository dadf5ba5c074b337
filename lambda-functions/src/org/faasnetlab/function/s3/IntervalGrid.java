package org.faasnetlab.function.s3;

import org.faasnetlab.measure.Interval;

/**
 * Cuts a transfer into intervals on a fixed grid from its begin. The bytes of an interval are what was counted when it
 * was cut, so that the intervals' sum is the transfer's total to the byte. A late cut makes a longer interval: its end
 * is the time of the count, and the grid stays where it is.
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

    /** The first point of the grid after a time, microseconds after T0. */
    long nextAfter(long nowMicros) {
        return beginMicros + (Math.floorDiv(nowMicros - beginMicros, stepMicros) + 1) * stepMicros;
    }

    /**
     * Ends an interval.
     *
     * @param nowMicros when the bytes were counted; if that is not after the last cut, the interval lasts 1 us
     * @param bytesSoFar bytes since the begin of the transfer
     */
    Interval cut(long nowMicros, long bytesSoFar) {
        long end = Math.max(nowMicros, endMicros + 1);
        Interval interval = new Interval(endMicros, end - endMicros, bytesSoFar - bytes, null);
        endMicros = end;
        bytes = bytesSoFar;
        return interval;
    }

    /** Whether a last cut at this time would hold anything: bytes, or time. */
    boolean hasMore(long nowMicros, long bytesSoFar) {
        return bytesSoFar > bytes || nowMicros > endMicros;
    }
}
