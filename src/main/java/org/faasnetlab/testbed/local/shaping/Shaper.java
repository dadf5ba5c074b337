package org.faasnetlab.testbed.local.shaping;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

    private final List<TokenBucket> shared;
    private final int chunkBytes;
    private final Timing timing;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicLong passed = new AtomicLong();
    private volatile @Nullable TokenBucket own;

    /**
     * @param own of the function's link, or null for no limit; passed first, so that the function holds no place in its
     *     host's line before it may send
     * @param shared passed after it, one after the other
     * @param chunkBytes the most that is passed at once
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
     * Returns when this many bytes may go.
     *
     * @param waitedNanos how long the sender waited until it had them
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
     * Counts bytes that go at once. The link's rate holds all the same: what comes after them waits the longer.
     */
    void passAtOnce(int bytes) {
        passed.addAndGet(bytes);
        for (TokenBucket bucket : buckets()) {
            bucket.take(bytes, timing.nanoTime(), IDLE_LATE_NANOS);
        }
    }

    /**
     * Puts another bucket in the place of the function's own, if it has one. What has passed so far is taken from it.
     *
     * @param choice returns the new bucket for the present one, or that one again
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
