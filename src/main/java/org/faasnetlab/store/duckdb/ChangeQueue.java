package org.faasnetlab.store.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.faasnetlab.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * A queue of changes from callers to the writer thread, which pauses between two commits to collect larger batches, and
 * blocks while the queue is empty.
 *
 * <p>A failure to write loses no data: earlier changes remain in the writer and in the queue. Every later call retries
 * the write first and continues if that succeeds; otherwise it throws the failure and its change is not accepted.
 */
final class ChangeQueue {
    /** Pause between two commits: five commits a second, minus the time they drain. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Maximum number of queued rows, about 40 MB. Callers block while the queue is full. */
    private static final int MAX_ROWS = 500_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition enqueued = lock.newCondition();
    private final Condition flushRequested = lock.newCondition();
    private final Condition written = lock.newCondition();
    private List<Change> waiting = new ArrayList<>();
    private int waitingRows;
    private long enqueuedCount;
    private long onDisk;
    private long wantedOnDisk;
    private boolean closing;
    private boolean ended;
    private @Nullable StoreException failure;
    private long failures;
    private boolean retryWanted;
    private boolean lastAttempt;

    void enqueue(Change change) throws StoreException {
        lock.lock();
        try {
            recover();
            while (waitingRows >= MAX_ROWS && failure == null) {
                written.awaitUninterruptibly();
            }
            check();
            waiting.add(change);
            waitingRows += change.rows();
            enqueuedCount++;
            enqueued.signal();
            if (isFlushPending()) {
                flushRequested.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all previous changes are on disk. */
    void flush() throws StoreException {
        lock.lock();
        try {
            recover();
            check();
            long wanted = enqueuedCount;
            wantedOnDisk = wanted;
            flushRequested.signal();
            while (onDisk < wanted && failure == null) {
                written.awaitUninterruptibly();
            }
            checkFailure();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the queue; the writer writes the remaining changes and then stops. */
    void close() {
        lock.lock();
        try {
            closing = true;
            enqueued.signal();
            flushRequested.signal();
        } finally {
            lock.unlock();
        }
    }

    /** After a failure, requests a retry and waits for its result. */
    private void recover() {
        long before = failures;
        while (failure != null && failures == before && !closing && !ended) {
            retryWanted = true;
            enqueued.signal();
            written.awaitUninterruptibly();
        }
    }

    private void check() throws StoreException {
        checkFailure();
        if (closing) {
            throw new IllegalStateException("the run store is closed");
        }
    }

    void checkFailure() throws StoreException {
        lock.lock();
        try {
            if (failure != null) {
                throw new StoreException(failure.problem(), failure.sentence(), failure.advice(), failure);
            }
        } finally {
            lock.unlock();
        }
    }

    /** For the writer: waits for changes and removes all of them; empty when the queue is closed and drained. */
    List<Change> drain() {
        lock.lock();
        try {
            pause();
            while (waiting.isEmpty() && !closing) {
                enqueued.awaitUninterruptibly();
            }
            List<Change> taken = waiting;
            waiting = new ArrayList<>();
            waitingRows = 0;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        try {
            long left = PAUSE_NANOS;
            while (left > 0 && onDisk > 0 && !isFlushPending()) {
                left = flushRequested.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isFlushPending() {
        return closing || wantedOnDisk > onDisk || waitingRows >= MAX_ROWS / 2;
    }

    /** For the writer: reports the number of changes committed; clears an earlier failure. */
    void committed(int changes) {
        lock.lock();
        try {
            onDisk += changes;
            failure = null;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * For the writer: reports a failure to write.
     *
     * @return whether this is the first failure since the last success
     */
    boolean failed(StoreException problem) {
        lock.lock();
        try {
            boolean first = failure == null;
            failure = problem;
            failures++;
            written.signalAll();
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** For the writer: waits until a call requests a retry; false if there will be no more retries. */
    boolean awaitRetry() {
        lock.lock();
        try {
            while (!retryWanted && !closing) {
                enqueued.awaitUninterruptibly();
            }
            retryWanted = false;
            boolean retry = !lastAttempt;
            lastAttempt = closing;
            return retry;
        } finally {
            lock.unlock();
        }
    }

    /**
     * For the writer: reports that it has stopped.
     *
     * @return number of changes that are not on disk
     */
    long end() {
        lock.lock();
        try {
            ended = true;
            written.signalAll();
            return enqueuedCount - onDisk;
        } finally {
            lock.unlock();
        }
    }
}
