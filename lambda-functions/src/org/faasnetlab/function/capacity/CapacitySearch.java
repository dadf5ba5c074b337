package org.faasnetlab.function.capacity;

import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Searches the highest rate that a network carries, in steps of about a second. It has neither clock nor traffic.
 *
 * <p>The offered rate grows by a factor of 4 from a 64th of the maximum until the network does not carry a step, see {@link CapacityLimits}.
 * What arrives of too much is close to the capacity, so that it is tried next; then the search halves the distance between the highest
 * rate that was carried and the lowest that was not, up to 2 %. The rate that remains is measured again: a token bucket carries
 * more than its rate once, not twice. A step that contradicts an earlier one is repeated before it counts, because another program may
 * have disturbed it.
 *
 * <p>A step that loses too much and whose sender did not reach its rate bounds the steps after it, but says nothing about the network: a
 * program without enough processor time sends in bursts, and its peer empties the socket's buffer too late.
 *
 * <p>The metric is comparable to that of RFC 9097; the search is not its load rate adjustment algorithm, which adapts a running stream
 * every 50 ms, because a test of iperf3 has a fixed rate.
 */
final class CapacitySearch {
    /** The search ends when the next higher rate that was not carried is within 2 %. */
    private static final double RESOLUTION = 1.02;

    /** What arrives under overload is close to a carried rate within 5 %, which needs no further estimate. */
    private static final double NEAR = 1.05;

    private static final double A_BIT_LESS = 0.995;
    private static final long GROWTH = 4;
    private static final long START = 64;
    private static final long LOWEST = 4096;

    /** Three times a higher rate, a few halvings, and the repetitions that a token bucket needs. */
    static final int MAX_STEPS = 24;

    private final CapacityLimits limits;
    private final NavigableMap<Long, CapacityStep> carried = new TreeMap<>();
    private int steps;
    private long next;
    private long repeated;
    private long confirming;
    private boolean done;
    private double arrivedOfTooMuch;
    /** No higher rate is tried; null while rates grow. */
    private @Nullable Long ceiling;

    private @Nullable Long notCarried;
    private @Nullable CapacityStep confirmed;
    private @Nullable CapacityStep best;
    private @Nullable CapacityStep leastLossy;

    CapacitySearch(CapacityLimits limits) {
        this.limits = limits;
        this.next = Math.max(lowest(), limits.maxRate() / START);
    }

    private long lowest() {
        return Math.max(1, limits.maxRate() / LOWEST);
    }

    /** The rate of the next step, UDP payload in bit/s; empty if the search is over. */
    OptionalLong next() {
        return done || steps >= MAX_STEPS ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /** Takes the result of a step at the rate of {@link #next}. */
    void add(CapacityStep step) {
        steps++;
        if (leastLossy == null || step.loss() < leastLossy.loss()) {
            leastLossy = step;
        }
        if (limits.areKeptBy(step)) {
            addCarried(step);
        } else if (carried.ceilingKey(step.rate()) != null && repeated != step.rate()) {
            repeated = step.rate();
        } else {
            addNotCarried(step);
        }
    }

    private void addCarried(CapacityStep step) {
        best = best == null || step.received() > best.received() ? step : best;
        carried.put(step.rate(), step);
        if (confirming == step.rate()) {
            confirmed = step;
            done = true;
            return;
        }
        boolean senderLimited = !step.sentItsRate() && ceiling == null;
        if (senderLimited || (ceiling == null && step.rate() >= limits.maxRate())) {
            confirm(step.rate());
        } else if (ceiling == null) {
            next = Math.min(limits.maxRate(), step.rate() * GROWTH);
        } else {
            between(carried.lastKey(), ceiling);
        }
    }

    private void addNotCarried(CapacityStep step) {
        // What was carried before is no longer, if much less arrives now: a bucket is empty, or others need the
        // network.
        carried.tailMap(step.rate(), true).clear();
        carried.tailMap(CapacityLimits.mostOf(step.received()), false).clear();
        ceiling = lower(ceiling, step.rate());
        if (step.sentItsRate()) {
            notCarried = lower(notCarried, step.rate());
        }
        arrivedOfTooMuch = step.received();
        confirming = 0;
        if (!carried.isEmpty()) {
            between(carried.lastKey(), ceiling);
            return;
        }
        boolean overloaded = arrivedOfTooMuch < ceiling / NEAR;
        next = overloaded ? (long) (arrivedOfTooMuch * A_BIT_LESS) : ceiling / 4;
        done = next < lowest();
    }

    private static long lower(@Nullable Long known, long rate) {
        return known == null ? rate : Math.min(known, rate);
    }

    private void between(long low, long high) {
        if (high <= low * RESOLUTION) {
            confirm(low);
            return;
        }
        double estimate = arrivedOfTooMuch * A_BIT_LESS;
        double bitHigher = low * RESOLUTION;
        if (estimate > bitHigher && estimate < high * A_BIT_LESS) {
            next = (long) estimate;
        } else if (arrivedOfTooMuch < low * NEAR && arrivedOfTooMuch > low / NEAR) {
            next = (long) Math.min(bitHigher, Math.sqrt((double) low * high));
        } else {
            next = (long) Math.sqrt((double) low * high);
        }
        if (next <= low) {
            confirm(low);
        }
    }

    private void confirm(long rate) {
        confirming = rate;
        next = rate;
    }

    /** The step with the capacity that the network carries lastingly, or the highest so far; null if there is none. */
    @Nullable
    CapacityStep capacity() {
        return confirmed != null
                ? confirmed
                : carried.isEmpty() ? null : carried.lastEntry().getValue();
    }

    /** Whether the search came to its end and its result was measured twice. */
    boolean isConfirmed() {
        return confirmed != null;
    }

    /** The carried step of which most arrived, which a token bucket may have carried once. */
    @Nullable
    CapacityStep best() {
        return best;
    }

    /** The step that lost the smallest share of its datagrams; null before the first. */
    @Nullable
    CapacityStep leastLossy() {
        return leastLossy;
    }

    /** The lowest rate that was sent and not carried; null if all were. */
    @Nullable
    Long notCarried() {
        return notCarried;
    }

    /** Whether the capacity is as low as it is because the sender did not send a higher rate. */
    boolean isSenderLimited() {
        CapacityStep capacity = capacity();
        boolean fellShort = capacity != null && !capacity.sentItsRate();
        return fellShort || (ceiling != null && (notCarried == null || ceiling < notCarried));
    }

    int steps() {
        return steps;
    }
}
