package org.faasnetlab.testbed.local.shaping;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One direction of one function's link: all its connections pass through this shaper, one chunk at a time and in turn.
 * So the connections share the link fairly, and a function with many connections has only one place in the queue for
 * the bucket that the functions of a host share.
 */
final class Shaper {
    /** A sender that waited longer than this for data was idle. */
    private static final long IDLE_NANOS = 1_000_000;
    /** Delay that an idle sender may catch up on: 2 % of a reported interval of 100 ms. */
    static final long IDLE_LATE_NANOS = 2_000_000;
    /**
     * Delay that a busy sender may catch up on. A parked thread wakes up about 0.06 ms late, but on a busy computer it
     * may be tens of milliseconds, which must not reduce the rate.
     */
    static final long BUSY_LATE_NANOS = 50_000_000;

    private final List<TokenBucket> shared;
    private final int chunkBytes;
    private final Timing timing;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicLong passed = new AtomicLong();
    private volatile @Nullable TokenBucket own;

    /**
     * @param own bucket of the function's link, or null for no limit; applied first, so that the function does not
     *     occupy a place in the queue of its host before it may send
     * @param shared further buckets, applied in order
     * @param chunkBytes maximum number of bytes that are passed as one chunk
     */
    Shaper(@Nullable TokenBucket own, List<TokenBucket> shared, int chunkBytes, Timing timing) {
        this.own = own;
        this.shared = List.copyOf(shared);
        this.chunkBytes = chunkBytes;
        this.timing = timing;
    }

    int chunkBytes() {
        return chunkBytes;
    }

    /**
     * Blocks until this many bytes may be sent.
     *
     * @param waitedNanos how long the sender waited for the data
     */
    void pass(int bytes, long waitedNanos) throws InterruptedException {
        long late = waitedNanos > IDLE_NANOS ? IDLE_LATE_NANOS : BUSY_LATE_NANOS;
        turn.lockInterruptibly();
        try {
            passed.addAndGet(bytes);
            for (TokenBucket bucket : buckets()) {
                timing.sleepUntil(bucket.take(bytes, timing.nanoTime(), late));
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Counts bytes that are sent without delay. The rate of the link is still enforced, because later bytes wait
     * longer.
     */
    void passImmediately(int bytes) {
        passed.addAndGet(bytes);
        for (TokenBucket bucket : buckets()) {
            bucket.take(bytes, timing.nanoTime(), IDLE_LATE_NANOS);
        }
    }

    /**
     * Replaces the bucket of the function's link, if it has one. The bytes sent so far are taken from the new bucket.
     *
     * @param choice returns the new bucket for the current one, or the current one
     */
    void replaceOwn(UnaryOperator<TokenBucket> choice) {
        turn.lock();
        try {
            TokenBucket present = own;
            TokenBucket next = present == null ? null : choice.apply(present);
            if (next != null && next != present) {
                next.take(passed.get(), timing.nanoTime(), IDLE_LATE_NANOS);
                own = next;
            }
        } finally {
            turn.unlock();
        }
    }

    private List<TokenBucket> buckets() {
        TokenBucket first = own;
        if (first == null) {
            return shared;
        }
        List<TokenBucket> all = new ArrayList<>(shared.size() + 1);
        all.add(first);
        all.addAll(shared);
        return all;
    }
}
