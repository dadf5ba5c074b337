package org.faasnetlab.workload;

import java.util.List;

/**
 * A kind of transfer that experiments measure. Whatever differs between workloads is stated here and by {@link Workload};
 * a new one is added to the list of {@link Workloads} and to the testbeds that can prepare it.
 */
public interface WorkloadType {

    /** The word in files, databases and exports, for example {@code iperf3}. */
    String id();

    /** What one of the parallel transfers of a function is, for example {@code stream}; its plural has an s. */
    String parallelism();

    /** Whether each function needs a server port of its own at the testbed. */
    boolean needsServerPort();

    /**
     * Names a plan that has no title of the user's own.
     *
     * @param directions for example {@code download and upload}
     * @param concurrent whether several functions transfer at once
     */
    String title(String directions, boolean concurrent);

    /** What every interval reports, {@link Metrics#BANDWIDTH} first. */
    List<Metric> intervalMetrics();

    /** What every function that finishes reports, {@link Metrics#BANDWIDTH} first. */
    List<Metric> functionMetrics();

    /** What a plan starts from. */
    WorkloadSettings defaults();

    /** The settings that only plans of this type have, in the order in which they are listed. */
    List<WorkloadSetting> settings();

    /**
     * The workload that a store kept. What is missing from the details is as the presets have it.
     *
     * @throws IllegalArgumentException if a parameter is missing or unreadable
     */
    Workload restore(WorkloadRecord stored);
}
