package org.faasnetlab.testbed.local.link;

import java.time.Duration;
import org.faasnetlab.measure.Bandwidth;

/**
 * A token bucket by virtual scheduling (the generic cell rate algorithm, ITU-T I.371): it keeps the time at which all
 * that was taken would have been sent at the rate. That time never falls behind the present, so idle time fills the
 * bucket to its depth and no further, and a sleeper who wakes late finds the schedule unmoved and loses nothing.
 *
 * <p>At a peak rate {@code p} a bucket of rate {@code r} and depth {@code b} lets {@code b / (1 - r / p)} bytes through
 * before the rate falls to {@code r}: it is filled while it drains.
 */
final class TokenBucket {
    /**
     * Idle or overslept time that may be made up for, besides the burst. A busy computer delays a thread by some
     * milliseconds; the price is that a flow may begin with 10 ms of its rate at once.
     */
    static final Duration SLACK = Duration.ofMillis(10);

    private final double nanosPerByte;
    private final double depthNanos;
    private final long start;
    /** When all that was taken has been sent at the rate, in nanoseconds after the start. */
    private double sent;

    /**
     * A full bucket.
     *
     * @param rate above 0
     * @param burstBytes what may pass at once, besides {@link #SLACK}
     */
    TokenBucket(Bandwidth rate, long burstBytes, long nowNanos) {
        nanosPerByte = 1e9 / rate.bytesPerSecond();
        depthNanos = burstBytes * nanosPerByte + SLACK.toNanos();
        start = nowNanos;
    }

    /** Takes tokens for some bytes, and says when the bytes may go: a time of the same clock, perhaps past. */
    synchronized long take(int bytes, long nowNanos) {
        sent = Math.max(sent, nowNanos - start) + bytes * nanosPerByte;
        return start + Math.round(sent - depthNanos);
    }
}
