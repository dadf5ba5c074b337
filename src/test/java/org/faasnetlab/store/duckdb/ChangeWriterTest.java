package org.faasnetlab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.junit.jupiter.api.Test;

/** Tests changes while the database fails and after it recovers. */
class ChangeWriterTest {
    private final FailingBatches disk = new FailingBatches();
    private final ChangeWriter writer = new ChangeWriter(disk, new DatabaseErrorTranslator(Path.of("runs.duckdb")));
    private final BlockingQueue<StoreException> heard = new LinkedBlockingQueue<>();

    @Test
    void queuedChangesAreWrittenWhenDiskSpaceIsAvailableAgain() throws StoreException {
        start();
        disk.full = true;
        bring(1);
        assertFull(writer::flush);
        assertFull(() -> bring(2));
        assertFull(writer::flush);
        disk.full = false;
        bring(3);
        writer.flush();
        assertThat(disk.written).containsExactly(change(1), change(3));
        writer.close();
    }

    @Test
    void theListenerIsCalledOnceUntilWritingSucceedsAgain() throws Exception {
        start();
        disk.full = true;
        bring(1);
        assertFull(writer::flush);
        assertFull(writer::flush);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull();
        disk.full = false;
        writer.flush();
        disk.full = true;
        bring(2);
        assertFull(writer::flush);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull();
        disk.full = false;
        writer.close();
        assertThat(heard).isEmpty();
        assertThat(disk.written).containsExactly(change(1), change(2));
    }

    @Test
    void aBatchOnDiskIsNotWrittenAgainAfterAReportedCommitFailure() throws Exception {
        start();
        disk.failsAfterCommit = true;
        bring(1);
        // Do not flush: a flush after the failure would retry and find the batch on disk.
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull();
        disk.failsAfterCommit = false;
        bring(2);
        writer.flush();
        assertThat(disk.written).containsExactly(change(1), change(2));
        writer.close();
    }

    @Test
    void reopeningTheFileIsRetriedAtTheNextCall() throws StoreException {
        start();
        disk.full = true;
        bring(1);
        assertFull(writer::flush);
        disk.shut = true;
        assertFull(writer::flush);
        disk.full = false;
        assertFull(writer::flush);
        disk.shut = false;
        writer.flush();
        assertThat(disk.written).containsExactly(change(1));
        writer.close();
    }

    @Test
    void closingRetriesOnceAndThrowsAPersistentFailure() throws StoreException {
        start();
        disk.full = true;
        bring(1);
        assertFull(writer::close);
        assertThat(disk.written).isEmpty();
    }

    private void start() {
        writer.addFailureListener(heard::add);
        writer.start();
    }

    private void bring(int key) throws StoreException {
        writer.enqueue(change(key));
    }

    private static Change change(int key) {
        return new Change.DeleteRun(key);
    }

    private static void assertFull(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .satisfies(failed -> assertThat(failed.problem()).isEqualTo(Problem.DISK_FULL));
    }

    /** A simulated disk that can be full. */
    private static final class FailingBatches implements BatchSink.Opener {
        final List<Change> written = new CopyOnWriteArrayList<>();
        volatile boolean full;
        volatile boolean shut;
        volatile boolean failsAfterCommit;
        private volatile long last;

        @Override
        public BatchSink open(boolean reopen) throws SQLException {
            if (shut) {
                throw noSpace();
            }
            return new BatchSink() {
                @Override
                public long lastCommitted() {
                    return last;
                }

                @Override
                public void write(long number, List<Change> changes) throws SQLException {
                    if (full) {
                        throw noSpace();
                    }
                    written.addAll(new ArrayList<>(changes));
                    last = number;
                    if (failsAfterCommit) {
                        throw noSpace();
                    }
                }

                @Override
                public void close() {}
            };
        }

        private static SQLException noSpace() {
            return new SQLException("IO Error: Could not write file: No space left on device");
        }
    }
}
