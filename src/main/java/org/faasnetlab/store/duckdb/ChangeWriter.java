package org.faasnetlab.store.duckdb;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.faasnetlab.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer thread: repeatedly takes the queued changes and commits them. */
final class ChangeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWriter.class);

    private final DatabaseErrorTranslator errors;
    private final BatchSink.Opener opener;
    private final ChangeQueue queue = new ChangeQueue();
    private final Thread thread = new Thread(this::work, "run-store-writer");
    private final List<Consumer<StoreException>> failureListeners = new CopyOnWriteArrayList<>();

    /**
     * The batch that is being written, and its number, 0 before the first attempt. Accessed only by the writer thread.
     */
    private List<Change> batch = List.of();

    private long attempted;

    ChangeWriter(BatchSink.Opener opener, DatabaseErrorTranslator errors) {
        this.opener = opener;
        this.errors = errors;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Adds a listener for failures to write. It is called on the writer thread, once until writing succeeds again. */
    void addFailureListener(Consumer<StoreException> listener) {
        failureListeners.add(listener);
    }

    /** Queues a change; see {@link ChangeQueue} for the behavior after a failure. */
    void enqueue(Change change) throws StoreException {
        queue.enqueue(change);
    }

    /** Waits until all previous changes are on disk. */
    void flush() throws StoreException {
        queue.flush();
    }

    /** Writes the remaining changes and stops the thread. */
    void close() throws StoreException {
        queue.close();
        joinUninterruptibly();
        queue.checkFailure();
    }

    private void joinUninterruptibly() {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            boolean reopen = false;
            while (!writeUntilClosed(reopen) && queue.awaitRetry()) {
                reopen = true;
            }
        } catch (RuntimeException | Error e) {
            fail(errors.of(StoreException.Problem.FAILED, e));
            throw e;
        } finally {
            long lost = queue.end();
            if (lost > 0) {
                LOG.error("{} unsaved changes were lost", lost);
            }
        }
    }

    /**
     * Returns true after the store was closed and everything is written; false after a failure, with the failed batch
     * in {@code batch}.
     */
    private boolean writeUntilClosed(boolean reopen) {
        // An appender belongs to the thread that created it, so create them here.
        try (BatchSink batches = opener.open(reopen)) {
            if (reopen) {
                write(batches);
                LOG.info("Saving runs works again");
            }
            batch = queue.drain();
            while (!batch.isEmpty()) {
                write(batches);
                batch = queue.drain();
            }
            return true;
        } catch (SQLException e) {
            fail(errors.of(e));
        } catch (StoreException e) {
            fail(e);
        }
        return false;
    }

    /** Writes the batch, unless it is already on disk although the last attempt reported a failure. */
    private void write(BatchSink batches) throws SQLException, StoreException {
        long last = batches.lastCommitted();
        if (attempted == 0 || last < attempted) {
            attempted = last + 1;
            batches.write(attempted, batch);
        }
        queue.committed(batch.size());
        attempted = 0;
        batch = List.of();
    }

    private void fail(StoreException problem) {
        if (queue.failed(problem)) {
            LOG.error("Cannot save runs: {}", problem.getMessage(), problem);
            failureListeners.forEach(listener -> listener.accept(problem));
        }
    }
}
