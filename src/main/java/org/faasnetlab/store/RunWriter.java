package org.faasnetlab.store;

import java.util.List;

/** Stores runs. Changes are on disk within a second; {@link #flush} waits for it. Thread-safe. */
public interface RunWriter {

    /** Inserts the run, or replaces the one with the same id. */
    void save(RunRow run) throws StoreException;

    /** Inserts the trial, or replaces the one with the same run and index. */
    void save(TrialRow trial) throws StoreException;

    /** Inserts the function of a run's trial, or replaces it. */
    void save(String runId, FunctionRow function) throws StoreException;

    /** Inserts or replaces the evidence of a run's trial. */
    void save(String runId, EvidenceRow evidence) throws StoreException;

    /** Inserts or replaces the latency probes of a function. */
    void save(String runId, ProbeRow probes) throws StoreException;

    /** Adds intervals to a run. Fast enough to be called for every interval of 1,000 functions. */
    void append(String runId, List<StoredInterval> intervals) throws StoreException;

    /** Waits until all previous changes are on disk. */
    void flush() throws StoreException;

    /** Replaces the label of a run; does nothing if the run does not exist. */
    void label(String runId, RunLabel label) throws StoreException;

    /** Deletes a run with all its data; does nothing if the run does not exist. */
    void delete(String runId) throws StoreException;
}
