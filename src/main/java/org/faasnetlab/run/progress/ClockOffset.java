package org.faasnetlab.run.progress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the clock of a function is ahead of this computer's, from messages in both directions as in NTP (RFC 5905,
 * section 8): nothing arrives before it was sent. The invocation gives the upper bound, and the start of the transfer the
 * lower one. The ends of intervals do not serve: iperf3 before 3.17 rounds them to 10 ms, up as well as down. Nothing is assumed about how long messages take, so that the true offset is at most
 * the bound away, unless a clock was set meanwhile.
 */
final class ClockOffset {
    private static final long NONE = Long.MAX_VALUE;

    /** The smallest difference of this computer's clock on arrival and the function's time after T0, in microseconds. */
    private long leastLag = NONE;

    /**
     * The middle of what is possible.
     *
     * @param micros by which the function's clock is ahead
     * @param boundMicros largest possible error, at least 0
     */
    record Estimate(long micros, long boundMicros) {}

    /** A record arrived that the function sent at this time after T0, or later. */
    void sent(long functionOffsetMicros, Instant arrivedAt) {
        leastLag = Math.min(leastLag, micros(arrivedAt) - functionOffsetMicros);
    }

    void merge(ClockOffset later) {
        leastLag = Math.min(leastLag, later.leastLag);
    }

    /**
     * Empty if a message is missing, or if the bounds contradict each other because a clock was set.
     *
     * @param invokedAt when this computer sent the event
     * @param receivedMicros when the function received it by its own clock, microseconds since 1970
     */
    Optional<Estimate> estimate(Instant t0, @Nullable Instant invokedAt, @Nullable Long receivedMicros) {
        if (leastLag == NONE || invokedAt == null || receivedMicros == null) {
            return Optional.empty();
        }
        long lower = micros(t0) - leastLag;
        long width = receivedMicros - micros(invokedAt) - lower;
        return width < 0 ? Optional.empty() : Optional.of(new Estimate(lower + width / 2, (width + 1) / 2));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
