package org.faasnetlab.testbed.local.link;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One direction of one function's link: all its connections pass through here, one chunk at a time and in turn. So the
 * connections share the link evenly, and a function with many connections has one place, not many, in the line for the
 * bucket that it shares with the other functions of its host.
 */
final class Shaper {
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

    /** Returns when this many bytes may go. */
    void pass(int bytes) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            for (TokenBucket bucket : buckets) {
                timing.sleepUntil(bucket.take(bytes, timing.nanoTime()));
            }
        } finally {
            turn.unlock();
        }
    }
}
