package org.faasnetlab.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is stored of runs. Safe for use by several threads. */
public interface RunReader {

    /** Takes one interval after the other. */
    @FunctionalInterface
    interface IntervalConsumer<E extends Exception> {
        void accept(StoredInterval interval) throws E;
    }

    /** All runs, newest first. */
    List<RunRow> runs() throws StoreException;

    /** One run by its id, or by the beginning of it where only one run begins so. */
    Optional<RunRow> run(String id) throws StoreException;

    /** The trials of a run, in order of their index. */
    List<TrialRow> trials(String runId) throws StoreException;

    /** The functions of a run, in order of trial and function index. */
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

    /** Sums over the intervals of a trial, for trials that are too large to be read. */
    IntervalSums sums();
}
