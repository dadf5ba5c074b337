package org.faasnetlab.workload;

import java.util.List;
import org.faasnetlab.protocol.TaskType;

/**
 * A type of transfer that experiments measure. This interface and {@link Workload} cover all differences between
 * workloads; add a new type to {@link Workloads} and to the testbeds that support it.
 */
public interface WorkloadType {

    /** The name in files, databases and exports, for example {@code iperf3}. */
    String id();

    /** Singular noun for a parallel transfer of a function, for example {@code stream}; the plural is formed with s. */
    String parallelism();

    /** Whether each function needs its own server port. */
    boolean needsServerPort();

    /** Whether functions transfer data, so that bandwidth has a meaning. */
    default boolean transfers() {
        return true;
    }

    /**
     * Whether functions change what they send in search of a limit, so that the course of their bandwidth is that of the
     * search, without burst and baseline.
     */
    default boolean searches() {
        return false;
    }

    /**
     * The metric that states the rate of a function, in bit/s: tables, comparisons, answers, the stop rule and
     * estimates of repetitions use it.
     */
    default Metric rateMetric() {
        return Metrics.BANDWIDTH;
    }

    /** Metrics of functions that tables and answers state beside the rate. */
    default List<Metric> metricsBesideRate() {
        return List.of();
    }

    /**
     * Returns the default title of a plan.
     *
     * @param directions for example {@code download and upload}
     * @param concurrent whether several functions transfer concurrently
     */
    String title(String directions, boolean concurrent);

    /** The metrics of every interval, {@link Metrics#BANDWIDTH} first. */
    List<Metric> intervalMetrics();

    /** The metrics of every finished function, {@link Metrics#BANDWIDTH} first. */
    List<Metric> functionMetrics();

    /** The types of tasks that functions receive, each with a job in the function's code. */
    List<TaskType<?>> taskTypes();

    /** The default settings. */
    WorkloadSettings defaults();

    /** The settings that are specific to this type, in display order. */
    List<WorkloadSetting> settings();

    /**
     * Restores a stored workload. Missing details have the values of the presets.
     *
     * @throws IllegalArgumentException if a parameter is missing or unreadable
     */
    Workload restore(WorkloadRecord stored);
}
