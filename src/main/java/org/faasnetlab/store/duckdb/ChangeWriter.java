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
    private List<Change> taken = List.of();

    private long tried;

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
    void bring(Change change) throws StoreException {
        queue.bring(change);
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
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            boolean again = false;
            while (!writeUntilClosed(again) && queue.awaitRetry()) {
                again = true;
            }
        } catch (RuntimeException | Error unexpected) {
            fail(errors.of(StoreException.Problem.FAILED, unexpected));
            throw unexpected;
        } finally {
            long lost = queue.end();
            if (lost > 0) {
                LOG.error("{} unsaved changes were lost", lost);
            }
        }
    }

    /**
     * Returns true after the store was closed and everything is written; false after a failure, with the failed batch
     * in {@code taken}.
     */
    private boolean writeUntilClosed(boolean again) {
        // An appender belongs to the thread that created it, so create them here.
        try (BatchSink batches = opener.open(again)) {
            if (again) {
                write(batches);
                LOG.info("Saving runs works again");
            }
            taken = queue.take();
            while (!taken.isEmpty()) {
                write(batches);
                taken = queue.take();
            }
            return true;
        } catch (SQLException failed) {
            fail(errors.of(failed));
        } catch (StoreException notOpened) {
            fail(notOpened);
        }
        return false;
    }

    /** Writes the batch, unless it is already on disk although the last attempt reported a failure. */
    private void write(BatchSink batches) throws SQLException {
        long last = batches.last();
        if (tried == 0 || last < tried) {
            tried = last + 1;
            batches.write(tried, taken);
        }
        queue.committed(taken.size());
        tried = 0;
        taken = List.of();
    }

    private void fail(StoreException problem) {
        if (queue.failed(problem)) {
            LOG.error("Cannot save runs: {}", problem.getMessage(), problem);
            failureListeners.forEach(listener -> listener.accept(problem));
        }
    }
}
