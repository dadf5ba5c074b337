package org.faasnetlab.store;

import java.util.List;

/**
 * Stores runs. What is saved is on disk within a second; {@link #flush} waits for it. Safe for use by several threads.
 */
public interface RunWriter {

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

    /** Writes on a run, in place of what was written before; does nothing if there is no such run. */
    void label(String runId, RunLabel label) throws StoreException;

    /** Deletes a run with all that belongs to it; does nothing if there is none. */
    void delete(String runId) throws StoreException;
}
