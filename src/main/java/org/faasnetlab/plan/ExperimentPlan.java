package org.faasnetlab.plan;

import java.util.List;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.WorkloadSettings;
import org.faasnetlab.workload.WorkloadType;

/**
 * An experiment before it runs. {@link Setting} reads and changes it by setting names.
 *
 * @param preset name of the preset it came from, for example {@code iperf3-concurrent}
 * @param title a short title for users
 * @param workload what is transferred, with the settings specific to this type of workload
 * @param intervalMs reported interval in milliseconds, 100 to 10,000
 * @param network the simulated network
 */
public record ExperimentPlan(
        String preset,
        String title,
        WorkloadSettings workload,
        Factors factors,
        int intervalMs,
        NetworkSettings network,
        Repetition repetition) {

    public WorkloadType type() {
        return workload.type();
    }

    /** Every cell, repeated as often as the plan allows at most, in the order of measurement. */
    public List<Trial> trials() {
        return TrialList.of(this);
    }

    public ExperimentPlan withTitle(String value) {
        return new ExperimentPlan(preset, value, workload, factors, intervalMs, network, repetition);
    }

    public ExperimentPlan withWorkload(WorkloadSettings value) {
        return new ExperimentPlan(preset, title, value, factors, intervalMs, network, repetition);
    }

    public ExperimentPlan withFactors(Factors value) {
        return new ExperimentPlan(preset, title, workload, value, intervalMs, network, repetition);
    }

    public ExperimentPlan withIntervalMs(int value) {
        return new ExperimentPlan(preset, title, workload, factors, value, network, repetition);
    }

    public ExperimentPlan withNetwork(NetworkSettings value) {
        return new ExperimentPlan(preset, title, workload, factors, intervalMs, value, repetition);
    }

    public ExperimentPlan withRepetition(Repetition value) {
        return new ExperimentPlan(preset, title, workload, factors, intervalMs, network, value);
    }
}
