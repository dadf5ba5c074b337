package org.faasnetlab.store.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoreException.Problem;
import org.faasnetlab.workload.Workloads;
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

    private final Path file;
    private final DatabaseErrorTranslator errors;
    private final Workloads workloads;

    /** Shared by queries; exclusive while the file is reopened, which requires that no connection is open. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private final MetricColumns columns = new MetricColumns();

    private DuckDBConnection connection;

    private RunDatabase(Path file, DuckDBConnection connection, DatabaseErrorTranslator errors, Workloads workloads) {
        this.file = file;
        this.workloads = workloads;
        this.connection = connection;
        this.errors = errors;
    }

    /** Opens the file in a directory and creates both if missing. An unusable file is not changed. */
    static RunDatabase open(Path directory, Workloads workloads) throws StoreException {
        Path file = directory.toAbsolutePath().resolve(FILE);
        DatabaseErrorTranslator errors = new DatabaseErrorTranslator(file);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            Problem problem = DatabaseErrorTranslator.problem(String.valueOf(e.getMessage()));
            throw errors.of(problem == Problem.DISK_FULL ? problem : Problem.NOT_WRITABLE, e);
        }
        RunDatabase database = new RunDatabase(file, connectOrRenew(file, errors), errors, workloads);
        try {
            database.prepare();
            return database;
        } catch (StoreException e) {
            throw database.closeAfter(e);
        }
    }

    /** Replaces an empty file, which is left over if the disk was full when the file was created. */
    private static DuckDBConnection connectOrRenew(Path file, DatabaseErrorTranslator errors) throws StoreException {
        try {
            return connect(file, errors);
        } catch (StoreException e) {
            if (e.problem() == Problem.CORRUPT && removeIfEmpty(file, e)) {
                return connect(file, errors);
            }
            if (e.problem() == Problem.CORRUPT || e.problem() == Problem.FAILED) {
                return connectWithoutLog(file, errors, e);
            }
            throw e;
        }
    }

    /**
     * Sets aside the write-ahead log, which holds what was written since the last checkpoint, if the file can be opened
     * without it: a damaged log must not lock out all runs.
     */
    private static DuckDBConnection connectWithoutLog(Path file, DatabaseErrorTranslator errors, StoreException refused)
            throws StoreException {
        Path log = file.resolveSibling(file.getFileName() + ".wal");
        Path aside = log.resolveSibling(log.getFileName() + ".damaged-" + System.currentTimeMillis());
        try {
            if (!Files.isRegularFile(log) || !Files.isRegularFile(file)) {
                throw refused;
            }
            Files.move(log, aside);
        } catch (IOException e) {
            refused.addSuppressed(e);
            throw refused;
        }
        try {
            DuckDBConnection connection = connect(file, errors);
            LOG.warn(
                    "The last changes of the run database were damaged and are lost. They were moved to {}",
                    aside,
                    refused);
            return connection;
        } catch (StoreException e) {
            refused.addSuppressed(e);
            restore(aside, log, refused);
            throw refused;
        }
    }

    private static void restore(Path aside, Path log, StoreException refused) {
        try {
            Files.move(aside, log);
        } catch (IOException e) {
            refused.addSuppressed(e);
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

    private static DuckDBConnection connect(Path file, DatabaseErrorTranslator errors) throws StoreException {
        Properties settings = new Properties();
        // Measurements need little memory, and no extensions from the network.
        settings.setProperty("memory_limit", "512MB");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("preserve_insertion_order", "false");
        try {
            return DriverManager.getConnection("jdbc:duckdb:" + file, settings).unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            throw errors.of(e);
        } catch (LinkageError e) {
            throw new StoreException(
                    Problem.FAILED,
                    "Cannot load the database library on this computer.",
                    "Its folder needs 100 MB of free space and must not be mounted noexec; XDG_CACHE_HOME sets another "
                            + "one. See the log for its path.",
                    e);
        }
    }

    private void prepare() throws StoreException {
        try (Statement statement = connection.createStatement()) {
            Schema.upgrade(statement, version(statement));
            markInterruptedRuns(statement);
            columns.read(statement);
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
        try (Connection own = connection.duplicate()) {
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
            closeBroken();
            connection = connect(file, errors);
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
