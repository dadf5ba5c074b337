package org.faasnetlab.store.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.faasnetlab.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Changes on their way from those who bring them to the one thread that writes, which rests between two commits so that
 * more gathers, and with nothing to write waits without waking.
 *
 * <p>After a failure to write nothing is lost: what was brought before stays with the writer and here. Every later call
 * has it tried again and goes on if that succeeds; else it throws the failure, and what it brought is not taken.
 */
final class ChangeQueue {
    /** Rest between two commits: five commits a second, less the time they take. */
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Rows that may wait, about 40 MB. Who brings more is held up until the disk has caught up. */
    private static final int MOST_ROWS = 500_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition brought = lock.newCondition();
    private final Condition hurried = lock.newCondition();
    private final Condition written = lock.newCondition();
    private List<Change> waiting = new ArrayList<>();
    private int waitingRows;
    private long broughtSoFar;
    private long onDisk;
    private long wantedOnDisk;
    private boolean closing;
    private boolean ended;
    private @Nullable StoreException failure;
    private long failures;
    private boolean retryWanted;
    private boolean lastTry;

    void bring(Change change) throws StoreException {
        lock.lock();
        try {
            recover();
            while (waitingRows >= MOST_ROWS && failure == null) {
                written.awaitUninterruptibly();
            }
            check();
            waiting.add(change);
            waitingRows += change.rows();
            broughtSoFar++;
            brought.signal();
            if (inHurry()) {
                hurried.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all that was brought before is on disk. */
    void flush() throws StoreException {
        lock.lock();
        try {
            recover();
            check();
            long wanted = broughtSoFar;
            wantedOnDisk = wanted;
            hurried.signal();
            while (onDisk < wanted && failure == null) {
                written.awaitUninterruptibly();
            }
            checkFailure();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the writer write what is left, and then end. */
    void close() {
        lock.lock();
        try {
            closing = true;
            brought.signal();
            hurried.signal();
        } finally {
            lock.unlock();
        }
    }

    /** After a failure has it tried once more, and waits for what comes of it. */
    private void recover() {
        long before = failures;
        while (failure != null && failures == before && !closing && !ended) {
            retryWanted = true;
            brought.signal();
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
                throw new StoreException(
                        failure.problem(), String.valueOf(failure.getMessage()), failure.nextStep(), failure);
            }
        } finally {
            lock.unlock();
        }
    }

    /** For the writer: waits for changes and takes them all; empty when the queue is closed and nothing is left. */
    List<Change> take() {
        lock.lock();
        try {
            rest();
            while (waiting.isEmpty() && !closing) {
                brought.awaitUninterruptibly();
            }
            List<Change> taken = waiting;
            waiting = new ArrayList<>();
            waitingRows = 0;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void rest() {
        try {
            long left = REST_NANOS;
            while (left > 0 && onDisk > 0 && !inHurry()) {
                left = hurried.awaitNanos(left);
            }
        } catch (InterruptedException nobodyInterruptsTheWriter) {
            throw new IllegalStateException(nobodyInterruptsTheWriter);
        }
    }

    private boolean inHurry() {
        return closing || wantedOnDisk > onDisk || waitingRows >= MOST_ROWS / 2;
    }

    /** For the writer: so many changes more are on disk, and it can write again if it could not. */
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
     * For the writer: it cannot write.
     *
     * @return whether it could before
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

    /** For the writer: waits until a call wants it to try again; false if it has done so for the last time. */
    boolean awaitRetry() {
        lock.lock();
        try {
            while (!retryWanted && !closing) {
                brought.awaitUninterruptibly();
            }
            retryWanted = false;
            boolean again = !lastTry;
            lastTry = closing;
            return again;
        } finally {
            lock.unlock();
        }
    }

    /**
     * For the writer: it has ended.
     *
     * @return how many changes are not on disk
     */
    long end() {
        lock.lock();
        try {
            ended = true;
            written.signalAll();
            return broughtSoFar - onDisk;
        } finally {
            lock.unlock();
        }
    }
}
