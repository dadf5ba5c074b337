package org.faasnetlab.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes what has gathered, commits it, and rests for a moment so that more gathers; with
 * nothing to write it waits without waking. After a failure it writes nothing more: every later call throws that
 * failure.
 */
final class RunWriter {
    private static final Logger LOG = LoggerFactory.getLogger(RunWriter.class);

    /** Rest between two commits: five commits a second, less the time they take. */
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Rows that may wait, about 40 MB. Who brings more is held up until the disk has caught up. */
    private static final int MOST_ROWS = 500_000;

    private final DatabaseErrors errors;
    private final DuckDBConnection connection;
    private final Thread thread = new Thread(this::work, "run-store-writer");
    private final List<Consumer<StoreException>> failureListeners = new CopyOnWriteArrayList<>();

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
    private @Nullable StoreException failure;

    RunWriter(DuckDBConnection connection, DatabaseErrors errors) {
        this.connection = connection;
        this.errors = errors;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Hears, on the writing thread, of the failure after which nothing more is written. */
    void addFailureListener(Consumer<StoreException> listener) {
        failureListeners.add(listener);
    }

    void bring(Change change) throws StoreException {
        lock.lock();
        try {
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

    /** Writes what is left and ends the thread. */
    void close() throws StoreException {
        lock.lock();
        try {
            closing = true;
            brought.signal();
            hurried.signal();
        } finally {
            lock.unlock();
        }
        joinUninterruptibly();
        lock.lock();
        try {
            checkFailure();
        } finally {
            lock.unlock();
        }
    }

    private void joinUninterruptibly() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void check() throws StoreException {
        checkFailure();
        if (closing) {
            throw new IllegalStateException("the run store is closed");
        }
    }

    private void checkFailure() throws StoreException {
        if (failure != null) {
            throw new StoreException(
                    failure.problem(), String.valueOf(failure.getMessage()), failure.nextStep(), failure);
        }
    }

    private void work() {
        // An appender belongs to the thread that made it, so that they are made here.
        try (BatchWriter batches = new BatchWriter(connection)) {
            List<Change> taken = take();
            while (!taken.isEmpty()) {
                batches.write(taken);
                committed(taken.size());
                taken = take();
            }
        } catch (SQLException failed) {
            fail(errors.of(failed));
        } catch (RuntimeException | Error unforeseen) {
            fail(errors.of(StoreException.Problem.FAILED, unforeseen));
            throw unforeseen;
        }
    }

    /** Waits for changes and takes them all; empty when the store is closed and nothing is left. */
    private List<Change> take() {
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
        } catch (InterruptedException nobodyInterruptsThisThread) {
            throw new IllegalStateException(nobodyInterruptsThisThread);
        }
    }

    private boolean inHurry() {
        return closing || wantedOnDisk > onDisk || waitingRows >= MOST_ROWS / 2;
    }

    private void committed(int changes) {
        lock.lock();
        try {
            onDisk += changes;
            written.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void fail(StoreException problem) {
        LOG.error("Runs can no longer be saved: {}", problem.getMessage(), problem);
        lock.lock();
        try {
            failure = problem;
            waiting = new ArrayList<>();
            waitingRows = 0;
            written.signalAll();
        } finally {
            lock.unlock();
        }
        failureListeners.forEach(listener -> listener.accept(problem));
    }
}
