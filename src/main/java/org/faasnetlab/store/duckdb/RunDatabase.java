package org.faasnetlab.store.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.faasnetlab.workload.Workloads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open file {@code runs.duckdb}. Only one process can have it open. */
final class RunDatabase implements AutoCloseable {
    private static final String INTERRUPT_RUNS = """
            UPDATE runs SET status = 'interrupted', ended_us = greatest(started_us, coalesce(
                (SELECT max(trials.t0_us + intervals.offset_us + intervals.duration_us)
                 FROM intervals JOIN trials USING (run, trial) WHERE intervals.run = runs.run), started_us))
            WHERE status = 'running'""";
    private static final String INTERRUPT_TRIALS = "UPDATE trials SET status = 'interrupted' WHERE status = 'running'";

    static final String FILE = "runs.duckdb";

    /** A query on the file. */
    interface Query<T> {
        T run(RunQueries reader) throws SQLException;
    }

    /** An operation that uses its own connection. */
    interface Operation<T> {
        T run(Connection connection) throws SQLException, StoreException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(RunDatabase.class);

    private final DatabaseFile file;
    private final @Nullable StoreException recovery;
    private final DatabaseErrorTranslator errors;
    private final Workloads workloads;

    /** Shared by queries; exclusive while the file is reopened, which requires that no connection is open. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private final MetricColumns columns = new MetricColumns();

    private DuckDBConnection connection;

    private RunDatabase(
            DatabaseFile file,
            DuckDBConnection connection,
            DatabaseErrorTranslator errors,
            Workloads workloads,
            @Nullable StoreException recovery) {
        this.file = file;
        this.recovery = recovery;
        this.workloads = workloads;
        this.connection = connection;
        this.errors = errors;
    }

    /** Opens the file in a directory and creates both if missing. An unusable file is not changed. */
    static RunDatabase open(Path directory, Workloads workloads) throws StoreException {
        Path file = directory.toAbsolutePath().resolve(FILE);
        DatabaseErrorTranslator errors = new DatabaseErrorTranslator(file);
        if (file.toString().contains("?")) {
            // DuckDB takes what follows for a query string, and would write the log to another folder.
            throw new StoreException(
                    Problem.NOT_WRITABLE,
                    Phrase.of(
                            "Runs cannot be saved in {0}: the database does not support a question mark.",
                            file.getParent()),
                    Phrase.of("Specify a data folder without one."),
                    new IOException("question mark in " + file));
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            Problem problem = DatabaseErrorTranslator.problem(String.valueOf(e.getMessage()));
            throw errors.of(problem == Problem.DISK_FULL ? problem : Problem.NOT_WRITABLE, e);
        }
        RunDatabase database = connectOrRenew(new DatabaseFile(file, errors), errors, workloads);
        try {
            database.prepare();
            return database;
        } catch (StoreException e) {
            throw database.closeAfter(e);
        }
    }

    /** Replaces an empty file, which is left over if the disk was full when the file was created. */
    private static RunDatabase connectOrRenew(DatabaseFile file, DatabaseErrorTranslator errors, Workloads workloads)
            throws StoreException {
        try {
            return new RunDatabase(file, file.connect(), errors, workloads, null);
        } catch (StoreException e) {
            if (e.problem() == Problem.CORRUPT && removeIfEmpty(file.path(), e)) {
                return new RunDatabase(file, file.connect(), errors, workloads, null);
            }
            if (e.problem() == Problem.CORRUPT || e.problem() == Problem.FAILED) {
                DamagedLog log = DamagedLog.setAside(file, e);
                return new RunDatabase(file, log.connect(), errors, workloads, log.notice());
            }
            throw e;
        }
    }

    private static boolean removeIfEmpty(Path file, StoreException problem) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == 0 && Files.deleteIfExists(file);
        } catch (IOException e) {
            problem.addSuppressed(e);
            return false;
        }
    }

    private void prepare() throws StoreException {
        try (Statement statement = connection.createStatement()) {
            Schema.upgrade(statement, version(statement));
            markInterruptedRuns(statement);
            columns.read(statement);
            file.checkCommitted();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    private long version(Statement statement) throws StoreException {
        long version;
        try {
            version = Schema.version(statement);
        } catch (SQLException e) {
            throw errors.of(Problem.CORRUPT, e);
        }
        if (version > Schema.VERSION) {
            throw errors.of(Problem.NEWER, new SQLException("schema version " + version));
        }
        return version;
    }

    /** What was lost when the file was opened, or null. */
    @Nullable
    StoreException recovery() {
        return recovery;
    }

    DatabaseFile file() {
        return file;
    }

    DatabaseErrorTranslator errors() {
        return errors;
    }

    MetricColumns columns() {
        return columns;
    }

    /** The known types of workloads. */
    Workloads workloads() {
        return workloads;
    }

    /** The connection of the writer thread; replaced by {@link #reopen}. */
    DuckDBConnection writing() {
        lock.readLock().lock();
        try {
            return connection;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Runs a query on its own connection, which sees committed changes. */
    <T> T query(Query<T> query) throws StoreException {
        return withConnection(own -> query.run(new RunQueries(own, columns, workloads)));
    }

    /** Runs an operation on its own connection, which is then closed. */
    <T> T withConnection(Operation<T> operation) throws StoreException {
        lock.readLock().lock();
        try (Connection own = file.duplicate(connection)) {
            return operation.run(own);
        } catch (SQLException e) {
            throw errors.of(e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Closes and reopens the file, for example after a failure to write. */
    void reopen() throws StoreException {
        lock.writeLock().lock();
        try {
            // A new file must not take the place of one that was deleted: its runs and their keys would be missing.
            file.requireInPlace();
            closeBroken();
            connection = file.connect();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void closeBroken() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("Error closing the run database after a failure", e);
        }
    }

    /** Closes the file because of a problem and returns the problem to be thrown. */
    StoreException closeAfter(StoreException problem) {
        try {
            close();
        } catch (StoreException e) {
            problem.addSuppressed(e);
        }
        return problem;
    }

    @Override
    public void close() throws StoreException {
        try {
            writing().close();
        } catch (SQLException e) {
            throw errors.of(e);
        }
    }

    /**
     * Only one process can have the file open, so runs in state RUNNING were interrupted. Their end is the last stored
     * interval.
     */
    private static void markInterruptedRuns(Statement statement) throws SQLException {
        statement.execute("BEGIN");
        statement.execute(INTERRUPT_RUNS);
        statement.execute(INTERRUPT_TRIALS);
        statement.execute("COMMIT");
    }
}
