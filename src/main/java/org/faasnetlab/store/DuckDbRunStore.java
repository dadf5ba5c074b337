package org.faasnetlab.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs in one DuckDB file, {@code runs.duckdb}, which any DuckDB program can read while this one is closed. What is
 * saved is committed about five times a second by one thread; every question first waits until what was saved before
 * it is on disk, so that its answer holds it. Times are kept to the microsecond. After a failure to write, every call
 * throws that failure.
 *
 * <p>Make one store for a file in a process: another process is refused as {@link StoreException.Problem#LOCKED}, and
 * runs left under way by a process that was cut off become {@link RunStatus#INTERRUPTED} when the file is opened.
 */
public final class DuckDbRunStore implements RunStore {

    private interface Question<T> {
        T ask(RunReader reader) throws SQLException;
    }

    private final RunDatabase database;
    private final RunWriter writer;

    /** Keys by id of the runs there are. Its monitor also keeps changes in the order of the calls. */
    private final Map<String, Integer> keys = new HashMap<>();

    private int lastKey;

    /**
     * Opens the store in a directory and makes both where they are missing. Takes about half a second.
     *
     * @throws StoreException if it cannot be opened; what is there is left as it is
     */
    public DuckDbRunStore(Path directory) throws StoreException {
        database = RunDatabase.open(directory);
        try {
            keys.putAll(readKeys());
            lastKey = keys.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        } catch (SQLException failed) {
            throw database.closeAfter(database.errors().of(failed));
        }
        writer = new RunWriter(database.writing(), database.errors());
        writer.start();
    }

    private Map<String, Integer> readKeys() throws SQLException {
        try (RunReader reader = new RunReader(database.reading())) {
            return reader.keys();
        }
    }

    /**
     * Adds a listener for the failure after which nothing more can be saved, for example a full disk. It is called
     * once, on the store's own thread.
     */
    public void addFailureListener(Consumer<StoreException> listener) {
        writer.addFailureListener(listener);
    }

    @Override
    public void save(RunRow run) throws StoreException {
        synchronized (keys) {
            int key = keys.computeIfAbsent(run.id(), id -> ++lastKey);
            writer.bring(new Change.SaveRun(key, run));
        }
    }

    @Override
    public void save(TrialRow trial) throws StoreException {
        synchronized (keys) {
            writer.bring(new Change.SaveTrial(key(trial.runId()), trial));
        }
    }

    @Override
    public void save(String runId, FunctionRow function) throws StoreException {
        synchronized (keys) {
            writer.bring(new Change.SaveFunction(key(runId), function));
        }
    }

    @Override
    public void save(String runId, EvidenceRow evidence) throws StoreException {
        synchronized (keys) {
            writer.bring(new Change.SaveEvidence(key(runId), evidence));
        }
    }

    @Override
    public void append(String runId, List<FunctionInterval> intervals) throws StoreException {
        synchronized (keys) {
            writer.bring(new Change.AppendIntervals(key(runId), intervals));
        }
    }

    @Override
    public void delete(String runId) throws StoreException {
        synchronized (keys) {
            Integer key = keys.remove(runId);
            if (key != null) {
                writer.bring(new Change.DeleteRun(key));
            }
        }
    }

    private int key(String runId) {
        Integer key = keys.get(runId);
        if (key == null) {
            throw new IllegalArgumentException("there is no run " + runId + "; save the run before what belongs to it");
        }
        return key;
    }

    @Override
    public void flush() throws StoreException {
        writer.flush();
    }

    @Override
    public List<RunRow> runs() throws StoreException {
        return answer(RunReader::runs);
    }

    @Override
    public Optional<RunRow> run(String id) throws StoreException {
        return answer(reader -> reader.run(id));
    }

    @Override
    public List<TrialRow> trials(String runId) throws StoreException {
        return answer(reader -> reader.trials(runId));
    }

    @Override
    public List<FunctionRow> functions(String runId) throws StoreException {
        return answer(reader -> reader.functions(runId));
    }

    @Override
    public List<EvidenceRow> evidence(String runId) throws StoreException {
        return answer(reader -> reader.evidence(runId));
    }

    @Override
    public List<FunctionInterval> intervals(String runId, int trial) throws StoreException {
        return answer(reader -> reader.intervals(runId, trial));
    }

    @Override
    public Optional<RunData> load(String runId) throws StoreException {
        return answer(reader -> reader.load(runId));
    }

    private <T> T answer(Question<T> question) throws StoreException {
        writer.flush();
        try (RunReader reader = new RunReader(database.reading())) {
            return question.ask(reader);
        } catch (SQLException failed) {
            throw database.errors().of(failed);
        }
    }

    @Override
    public void close() throws StoreException {
        try (database) {
            writer.close();
        }
    }
}
