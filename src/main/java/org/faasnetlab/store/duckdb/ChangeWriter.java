package org.faasnetlab.store.duckdb;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.faasnetlab.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes: it takes what has gathered and commits it, again and again. */
final class ChangeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWriter.class);

    private final DatabaseErrorTranslator errors;
    private final BatchSink.Opener opener;
    private final ChangeQueue queue = new ChangeQueue();
    private final Thread thread = new Thread(this::work, "run-store-writer");
    private final List<Consumer<StoreException>> failureListeners = new CopyOnWriteArrayList<>();

    /** What is being written, and the number under which that was tried, 0 before. Of the writing thread alone. */
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

    /** Hears, on the writing thread, that writing has failed, once until it succeeds again. */
    void addFailureListener(Consumer<StoreException> listener) {
        failureListeners.add(listener);
    }

    /** See {@link ChangeQueue} for what happens after a failure. */
    void bring(Change change) throws StoreException {
        queue.bring(change);
    }

    /** Waits until all that was brought before is on disk. */
    void flush() throws StoreException {
        queue.flush();
    }

    /** Writes what is left and ends the thread. */
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
        } catch (RuntimeException | Error unforeseen) {
            fail(errors.of(StoreException.Problem.FAILED, unforeseen));
            throw unforeseen;
        } finally {
            long lost = queue.end();
            if (lost > 0) {
                LOG.error("{} unsaved changes were lost", lost);
            }
        }
    }

    /** True when the store was closed and all is written; false after a failure, with what was taken kept. */
    private boolean writeUntilClosed(boolean again) {
        // An appender belongs to the thread that made it, so that they are made here.
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

    /** Writes what was taken, unless it came to the disk although its last try was said to have failed. */
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
