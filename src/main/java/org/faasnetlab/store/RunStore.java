package org.faasnetlab.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where runs are kept. What is saved is on disk within a second, without a call to say so; {@link #flush} waits for it.
 * Safe for use by several threads.
 */
public interface RunStore extends AutoCloseable {

    /** Takes one interval after the other. */
    @FunctionalInterface
    interface IntervalConsumer<E extends Exception> {
        void accept(StoredInterval interval) throws E;
    }

    /** Inserts the run, or replaces the one with its id. */
    void save(RunRow run) throws StoreException;

    /** Inserts the trial, or replaces the one with its run and index. */
    void save(TrialRow trial) throws StoreException;

    /** Inserts the function of a run's trial, or replaces it. */
    void save(String runId, FunctionRow function) throws StoreException;

    /** Inserts what was observed beside a run's trial, or replaces it. */
    void save(String runId, EvidenceRow evidence) throws StoreException;

    /** Adds intervals to a run. Fast enough to be called for every interval of 1,000 functions. */
    void append(String runId, List<StoredInterval> intervals) throws StoreException;

    /** Waits until all that was saved before is on disk. */
    void flush() throws StoreException;

    /** All runs, newest first. */
    List<RunRow> runs() throws StoreException;

    /** One run by its id, or by the beginning of it where only one run begins so. */
    Optional<RunRow> run(String id) throws StoreException;

    List<TrialRow> trials(String runId) throws StoreException;

    List<FunctionRow> functions(String runId) throws StoreException;

    /** What was observed beside the functions of a run's trials, in order of trial. */
    List<EvidenceRow> evidence(String runId) throws StoreException;

    /** The intervals of one trial, in order of function index and start. */
    List<StoredInterval> intervals(String runId, int trial) throws StoreException;

    /**
     * The intervals of one trial in order of function index and start, without holding them all at once.
     *
     * @param <E> what the consumer throws, which ends the reading
     */
    <E extends Exception> void eachInterval(String runId, int trial, IntervalConsumer<E> consumer)
            throws StoreException, E;

    /** Everything of a run, or empty if there is no such run. */
    Optional<RunData> load(String runId) throws StoreException;

    /** What users wrote on runs, by the id of the run; a run on which nothing was written may be missing. */
    Map<String, RunLabel> labels() throws StoreException;

    /** Writes on a run, in place of what was written before; does nothing if there is no such run. */
    void label(String runId, RunLabel label) throws StoreException;

    /** Removes a run with all that belongs to it; does nothing if there is none. */
    void delete(String runId) throws StoreException;

    /** Sums over the intervals of a trial, for trials that are too large to be read. */
    IntervalSums sums();

    /** Runs as files, to be taken to another store. */
    ArchiveTables tables();

    /** Writes what is left and frees the file for another instance. */
    @Override
    void close() throws StoreException;
}
