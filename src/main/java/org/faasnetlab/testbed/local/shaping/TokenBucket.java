package org.faasnetlab.testbed.local.shaping;

import org.faasnetlab.measure.Bandwidth;

/**
 * A token bucket by virtual scheduling (the generic cell rate algorithm, ITU-T I.371): it keeps the time at which all
 * that was taken would have been sent at the rate. Idle time does not move that time into the past, so it fills the
 * bucket to its depth and no further; time that a sender lost by being late may be made up for.
 *
 * <p>At a peak rate {@code p} a bucket of rate {@code r} and depth {@code b} lets {@code b / (1 - r / p)} bytes through
 * before the rate falls to {@code r}: it is filled while it drains.
 */
final class TokenBucket {
    private final double nanosPerByte;
    private final double depthNanos;
    private final long start;
    /** When all that was taken has been sent at the rate, in nanoseconds after the start. */
    private double sent;

    /**
     * A full bucket.
     *
     * @param rate above 0
     * @param depthBytes what may pass at once
     */
    TokenBucket(Bandwidth rate, long depthBytes, long nowNanos) {
        nanosPerByte = 1e9 / rate.bytesPerSecond();
        depthNanos = depthBytes * nanosPerByte;
        start = nowNanos;
    }

    /**
     * Takes tokens for some bytes.
     *
     * @param lateNanos how far behind its schedule the sender may be and still make up for it
     * @return when the bytes may go, by the same clock; perhaps past
     */
    synchronized long take(long bytes, long nowNanos, long lateNanos) {
        sent = Math.max(sent, (double) (nowNanos - start - lateNanos)) + bytes * nanosPerByte;
        return start + Math.round(sent - depthNanos);
    }
}
