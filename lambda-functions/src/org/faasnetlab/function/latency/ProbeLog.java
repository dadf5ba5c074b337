package org.faasnetlab.function.latency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When each probe of a session was sent and answered. Thread-safe. Times are nanoseconds of the function's monotonic
 * clock, those of the server of its own.
 */
final class ProbeLog {
    /** An answer that takes longer is late; without one until then, a probe counts as lost in its interval. */
    static final long LATE_NANOS = 1_000_000_000L;

    private static final long NONE = Long.MIN_VALUE;

    private long[] sent = new long[512];
    private long[] answered = new long[512];
    private long[] server = new long[512];
    private int size;

    /** The first probe about which an interval has not yet decided whether it is lost. */
    private int undecided;

    private final List<Long> fresh = new ArrayList<>();

    /**
     * A probe.
     *
     * @param rttNanos {@code NONE} if it was not answered
     */
    record Probe(long sentNanos, long rttNanos, long serverNanos) {
        boolean answered() {
            return rttNanos != NONE;
        }

        boolean late() {
            return answered() && rttNanos > LATE_NANOS;
        }

        long answeredNanos() {
            return sentNanos + rttNanos;
        }
    }

    /**
     * What the probes of an interval have shown.
     *
     * @param rttNanos round-trip times of the answers that arrived in it
     * @param lost probes whose answers are overdue since then
     */
    record Recent(long[] rttNanos, int lost) {}

    /** A probe is about to be sent; its number is returned. */
    synchronized int sending(long nowNanos) {
        if (size == sent.length) {
            sent = Arrays.copyOf(sent, size * 2);
            answered = Arrays.copyOf(answered, size * 2);
            server = Arrays.copyOf(server, size * 2);
        }
        sent[size] = nowNanos;
        answered[size] = NONE;
        return size++;
    }

    /** An echo has arrived; a second one of the same probe is ignored. */
    synchronized void answered(int number, long nowNanos, long serverNanos) {
        if (number >= 0 && number < size && answered[number] == NONE) {
            answered[number] = nowNanos;
            server[number] = serverNanos;
            fresh.add(nowNanos - sent[number]);
        }
    }

    /** What has become known since the last call. */
    synchronized Recent recent(long nowNanos) {
        long[] rtts = fresh.stream().mapToLong(Long::longValue).toArray();
        fresh.clear();
        int lost = 0;
        while (undecided < size && nowNanos - sent[undecided] > LATE_NANOS) {
            boolean inTime = answered[undecided] != NONE && answered[undecided] - sent[undecided] <= LATE_NANOS;
            lost += inTime ? 0 : 1;
            undecided++;
        }
        return new Recent(rtts, lost);
    }

    /** What the probes that were sent in a period have shown until now. */
    Recent sentBetween(long fromNanos, long toNanos, long nowNanos) {
        List<Probe> probes = between(fromNanos, toNanos);
        long[] rtts = probes.stream()
                .filter(Probe::answered)
                .mapToLong(Probe::rttNanos)
                .toArray();
        long lost = probes.stream()
                .filter(probe -> probe.answered() ? probe.late() : nowNanos - probe.sentNanos() > LATE_NANOS)
                .count();
        return new Recent(rtts, (int) lost);
    }

    /** The probes that were sent in a period, which includes its start. */
    synchronized List<Probe> between(long fromNanos, long toNanos) {
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (sent[i] - fromNanos >= 0 && sent[i] - toNanos < 0) {
                probes.add(new Probe(sent[i], answered[i] == NONE ? NONE : answered[i] - sent[i], server[i]));
            }
        }
        return probes;
    }
}
