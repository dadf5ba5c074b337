package org.faasnetlab.testbed.local.link;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One direction of one function's link: all its connections pass through here, one chunk at a time and in turn. So the
 * connections share the link evenly, and a function with many connections has one place, not many, in the line for the
 * bucket that it shares with the other functions of its host.
 */
final class Shaper {
    /** Who waited longer than this for something to send was idle. */
    private static final long IDLE_NANOS = 1_000_000;
    /** Jitter that an idle sender may make up for: 2% of a reported interval of 100 ms. */
    static final long IDLE_LATE_NANOS = 2_000_000;
    /**
     * What a sender with more to send may make up for. Parking wakes about 0.06 ms late, but a busy computer may keep
     * a thread waiting for tens of milliseconds, and none of the rate must be lost by that.
     */
    static final long BUSY_LATE_NANOS = 50_000_000;

    private final List<TokenBucket> buckets;
    private final int chunkBytes;
    private final Timing timing;
    private final ReentrantLock turn = new ReentrantLock(true);

    /**
     * @param buckets passed one after the other: the function's own first, so that it holds no place in its host's
     *     line before it may send
     * @param chunkBytes the most that is passed at once
     */
    Shaper(List<TokenBucket> buckets, int chunkBytes, Timing timing) {
        this.buckets = List.copyOf(buckets);
        this.chunkBytes = chunkBytes;
        this.timing = timing;
    }

    int chunkBytes() {
        return chunkBytes;
    }

    /**
     * Returns when this many bytes may go.
     *
     * @param waitedNanos how long the sender waited until it had them
     */
    void pass(int bytes, long waitedNanos) throws InterruptedException {
        long late = waitedNanos > IDLE_NANOS ? IDLE_LATE_NANOS : BUSY_LATE_NANOS;
        turn.lockInterruptibly();
        try {
            for (TokenBucket bucket : buckets) {
                timing.sleepUntil(bucket.take(bytes, timing.nanoTime(), late));
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Counts bytes that go at once. The link's rate holds all the same: what comes after them waits the longer.
     */
    void passAtOnce(int bytes) {
        for (TokenBucket bucket : buckets) {
            bucket.take(bytes, timing.nanoTime(), IDLE_LATE_NANOS);
        }
    }
}
