package org.faasnetlab.workload.capacity;

import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.CapacityTask;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadType;

/** A search for the highest rate of datagrams that the network carries, and what TCP reaches of it. */
public enum CapacityType implements WorkloadType {
    CAPACITY;

    @Override
    public String id() {
        return "capacity";
    }

    @Override
    public String parallelism() {
        return "stream";
    }

    @Override
    public boolean needsServerPort() {
        return true;
    }

    @Override
    public boolean searches() {
        return true;
    }

    /** The mean bandwidth of a search says nothing about the network. */
    @Override
    public Metric rateMetric() {
        return CapacityMetrics.CAPACITY;
    }

    @Override
    public List<Metric> metricsBesideRate() {
        return List.of(CapacityMetrics.TCP_SHARE);
    }

    @Override
    public String title(String directions, boolean concurrent) {
        return "IP-layer capacity" + (concurrent ? ", concurrent, " : ", ") + directions;
    }

    @Override
    public List<Metric> intervalMetrics() {
        return CapacityMetrics.OF_INTERVALS;
    }

    @Override
    public List<Metric> functionMetrics() {
        return CapacityMetrics.OF_FUNCTIONS;
    }

    @Override
    public List<TaskType<?>> taskTypes() {
        return List.of(CapacityTask.TYPE);
    }

    @Override
    public CapacitySettings defaults() {
        return CapacitySettings.USUAL;
    }

    @Override
    public List<WorkloadSetting> settings() {
        return CapacitySettings.ALL;
    }

    @Override
    public CapacityWorkload restore(WorkloadRecord stored) {
        return new CapacityWorkload(
                stored.direction(),
                stored.requireSeconds(),
                stored.detail("intervalMs", 100),
                Bandwidth.parse(stored.details().getOrDefault(CapacitySettings.MAX_RATE, CapacitySettings.USUAL_RATE)),
                CapacitySettings.percent(
                        stored.details().getOrDefault(CapacitySettings.MAX_LOSS, CapacitySettings.USUAL_LIMIT)),
                CapacitySettings.percent(
                        stored.details().getOrDefault(CapacitySettings.MAX_REORDERING, CapacitySettings.USUAL_LIMIT)));
    }
}
