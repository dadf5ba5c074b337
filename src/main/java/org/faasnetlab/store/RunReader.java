package org.faasnetlab.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads stored runs. Thread-safe. */
public interface RunReader {

    /** Processes intervals one by one. */
    @FunctionalInterface
    interface IntervalConsumer<E extends Exception> {
        void accept(StoredInterval interval) throws E;
    }

    /** All runs, newest first. */
    List<RunRow> runs() throws StoreException;

    /** Finds a run by its id, or by a prefix of the id that is unique. */
    Optional<RunRow> run(String id) throws StoreException;

    /** The trials of a run, in order of their index. */
    List<TrialRow> trials(String runId) throws StoreException;

    /** The functions of a run, in order of trial and function index. */
    List<FunctionRow> functions(String runId) throws StoreException;

    /** The conditions observed during a run's trials, in order of trial. */
    List<EvidenceRow> evidence(String runId) throws StoreException;

    /** The latency probes of a run's functions, in order of trial and function index. */
    List<ProbeRow> probes(String runId) throws StoreException;

    /** The intervals of one trial, in order of function index and start. */
    List<StoredInterval> intervals(String runId, int trial) throws StoreException;

    /** The intervals of one function of a trial, in order of start. */
    List<StoredInterval> intervals(String runId, int trial, int functionIndex) throws StoreException;

    /**
     * The intervals of one trial in order of function index and start, without holding all of them in memory.
     *
     * @param <E> the exception that the consumer may throw, which stops the reading
     */
    <E extends Exception> void eachInterval(String runId, int trial, IntervalConsumer<E> consumer)
            throws StoreException, E;

    /** Loads a complete run; empty if it does not exist. */
    Optional<RunData> load(String runId) throws StoreException;

    /** The labels by run id; runs without a label may be missing. */
    Map<String, RunLabel> labels() throws StoreException;

    /** Sums over intervals, for trials that are too large to load. */
    IntervalSums sums();
}
