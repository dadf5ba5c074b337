package org.faasnetlab.testbed.local.shaping;

import org.faasnetlab.measure.Bandwidth;

/**
 * A token bucket by virtual scheduling (the generic cell rate algorithm, ITU-T I.371): it stores the time at which
 * everything taken so far would have been sent at the rate. Idle time fills the bucket only up to its depth; a late
 * sender may catch up.
 *
 * <p>At a peak rate {@code p} a bucket of rate {@code r} and depth {@code b} passes {@code b / (1 - r / p)} bytes
 * before the rate drops to {@code r}, because it is refilled while it drains.
 */
final class TokenBucket {
    private final double nanosPerByte;
    private final double depthNanos;
    private final long start;
    /** Time at which everything taken so far has been sent at the rate, in nanoseconds after the start. */
    private double sent;

    /**
     * Creates a full bucket.
     *
     * @param rate above 0
     * @param depthBytes number of bytes that may pass without delay
     */
    TokenBucket(Bandwidth rate, long depthBytes, long nowNanos) {
        nanosPerByte = 1e9 / rate.bytesPerSecond();
        depthNanos = depthBytes * nanosPerByte;
        start = nowNanos;
    }

    /**
     * Takes tokens for the given number of bytes.
     *
     * @param lateNanos delay in nanoseconds that the sender may catch up on
     * @return time at which the bytes may be sent, by the same clock; may be in the past
     */
    synchronized long take(long bytes, long nowNanos, long lateNanos) {
        sent = Math.max(sent, (double) (nowNanos - start - lateNanos)) + bytes * nanosPerByte;
        return start + Math.round(sent - depthNanos);
    }
}
