package org.faasnetlab.store.duckdb;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.IntervalSums;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Workloads;

/**
 * Runs in one DuckDB file, {@code runs.duckdb}, which any DuckDB program can read while this one is closed. One thread
 * commits changes about five times a second; every query first waits until earlier changes are on disk, so that its
 * result includes them. Times have microsecond precision. After a failure to write, as on a full disk, no data is lost:
 * it stays in memory, and every call retries and throws the failure if it persists.
 *
 * <p>Create only one store per file in a process; other processes get {@link StoreException.Problem#LOCKED}. Runs left
 * running by a process that was interrupted become {@link RunStatus#INTERRUPTED} when the file is opened.
 */
public final class DuckDbRunStore implements RunStore {

    private static final long INTERVALS_PER_GROUP = 500_000;

    private final RunDatabase database;
    private final ChangeWriter writer;

    private final RunKeys keys;
    private final DuckDbRunArchive archive;
    private final DuckDbIntervalSums sums;

    /**
     * Opens the store in a directory and creates both if missing. Takes about half a second.
     *
     * @throws StoreException if it cannot be opened; existing files are not changed
     */
    public DuckDbRunStore(Path directory) throws StoreException {
        this(directory, Workloads.builtIn().withImported());
    }

    /**
     * Like {@link #DuckDbRunStore(Path)}, with other workloads.
     *
     * @param workloads the known types of workloads
     */
    public DuckDbRunStore(Path directory, Workloads workloads) throws StoreException {
        database = RunDatabase.open(directory, workloads);
        try {
            keys = new RunKeys(database.query(RunQueries::keys));
        } catch (StoreException e) {
            throw database.closeAfter(e);
        }
        writer = new ChangeWriter(this::batches, database.errors());
        archive = new DuckDbRunArchive(database, writer, keys);
        sums = new DuckDbIntervalSums(database, writer, keys);
        writer.start();
    }

    private BatchSink batches(boolean reopen) throws SQLException, StoreException {
        if (reopen) {
            database.reopen();
        }
        return new BatchWriter(database.writing(), database.columns(), database.file());
    }

    /**
     * Adds a listener for a failure to write, for example a full disk. It is called on the writer thread, once until
     * writing succeeds again.
     */
    public void addFailureListener(Consumer<StoreException> listener) {
        writer.addFailureListener(listener);
    }

    @Override
    public void save(RunRow run) throws StoreException {
        synchronized (keys) {
            writer.enqueue(new Change.SaveRun(keys.ofOrNew(run.id()), run));
        }
    }

    @Override
    public void save(TrialRow trial) throws StoreException {
        synchronized (keys) {
            writer.enqueue(new Change.SaveTrial(keys.of(trial.runId()), trial));
        }
    }

    @Override
    public void save(String runId, FunctionRow function) throws StoreException {
        synchronized (keys) {
            writer.enqueue(new Change.SaveFunction(keys.of(runId), function));
        }
    }

    @Override
    public void save(String runId, EvidenceRow evidence) throws StoreException {
        synchronized (keys) {
            writer.enqueue(new Change.SaveEvidence(keys.of(runId), evidence));
        }
    }

    @Override
    public void save(String runId, ProbeRow probes) throws StoreException {
        synchronized (keys) {
            writer.enqueue(new Change.SaveProbes(keys.of(runId), probes));
        }
    }

    @Override
    public void append(String runId, List<StoredInterval> intervals) throws StoreException {
        synchronized (keys) {
            writer.enqueue(new Change.AppendIntervals(keys.of(runId), intervals));
        }
    }

    @Override
    public Map<String, RunLabel> labels() throws StoreException {
        return query(RunQueries::labels);
    }

    @Override
    public void label(String runId, RunLabel label) throws StoreException {
        synchronized (keys) {
            if (keys.has(runId)) {
                writer.enqueue(new Change.LabelRun(keys.of(runId), label));
            }
        }
    }

    @Override
    public void delete(String runId) throws StoreException {
        synchronized (keys) {
            Integer key = keys.remove(runId);
            if (key != null) {
                writer.enqueue(new Change.DeleteRun(key));
            }
        }
    }

    @Override
    public void flush() throws StoreException {
        writer.flush();
    }

    @Override
    public List<RunRow> runs() throws StoreException {
        return query(RunQueries::runs);
    }

    @Override
    public Optional<RunRow> run(String id) throws StoreException {
        return query(reader -> reader.run(id));
    }

    @Override
    public List<TrialRow> trials(String runId) throws StoreException {
        return query(reader -> reader.trials(runId));
    }

    @Override
    public List<FunctionRow> functions(String runId) throws StoreException {
        return query(reader -> reader.functions(runId));
    }

    @Override
    public List<ProbeRow> probes(String runId) throws StoreException {
        return query(reader -> reader.probes(runId));
    }

    @Override
    public List<EvidenceRow> evidence(String runId) throws StoreException {
        return query(reader -> reader.evidence(runId));
    }

    @Override
    public List<StoredInterval> intervals(String runId, int trial) throws StoreException {
        return query(reader -> reader.intervals(runId, trial));
    }

    @Override
    public List<StoredInterval> intervals(String runId, int trial, int functionIndex) throws StoreException {
        return query(reader -> reader.intervals(runId, trial, functionIndex, functionIndex));
    }

    /** Reads functions in groups, because sorting all intervals of a large trial would need too much memory. */
    @Override
    public <E extends Exception> void eachInterval(String runId, int trial, IntervalConsumer<E> consumer)
            throws StoreException, E {
        long count = sums.count(runId, trial);
        List<Integer> functionIndexes = query(reader -> reader.functionIndexes(runId, trial));
        int group = Math.max(1, (int) (functionIndexes.size() * INTERVALS_PER_GROUP / Math.max(1, count)));
        for (int from = 0; from < functionIndexes.size(); from += group) {
            int first = functionIndexes.get(from);
            int last = functionIndexes.get(Math.min(functionIndexes.size(), from + group) - 1);
            for (StoredInterval interval : query(reader -> reader.intervals(runId, trial, first, last))) {
                consumer.accept(interval);
            }
        }
    }

    @Override
    public Optional<RunData> load(String runId) throws StoreException {
        return query(reader -> reader.load(runId));
    }

    @Override
    public IntervalSums sums() {
        return sums;
    }

    @Override
    public Optional<LabException> recovery() {
        return Optional.ofNullable(database.recovery());
    }

    @Override
    public RunArchive archive() {
        return archive;
    }

    private <T> T query(RunDatabase.Query<T> query) throws StoreException {
        writer.flush();
        return database.query(query);
    }

    @Override
    public void close() throws StoreException {
        try (database) {
            writer.close();
        }
    }
}
