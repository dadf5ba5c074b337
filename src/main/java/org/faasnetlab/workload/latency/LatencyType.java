package org.faasnetlab.workload.latency;

import java.util.List;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.LatencyTask;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadType;

/** Latency without load: probes, and no transfer. */
public enum LatencyType implements WorkloadType {
    LATENCY;

    @Override
    public String id() {
        return "latency";
    }

    @Override
    public String parallelism() {
        return "probe";
    }

    @Override
    public boolean needsServerPort() {
        return false;
    }

    @Override
    public boolean transfers() {
        return false;
    }

    @Override
    public List<Metric> metricsBesideRate() {
        return List.of(
                ProbeMetrics.IDLE_P50,
                ProbeMetrics.IDLE_P95,
                ProbeMetrics.IDLE_P99,
                ProbeMetrics.JITTER_UP,
                ProbeMetrics.JITTER_DOWN,
                ProbeMetrics.LOSS);
    }

    @Override
    public String title(String directions, boolean concurrent) {
        return "Latency" + (concurrent ? ", concurrent" : "");
    }

    @Override
    public List<Metric> intervalMetrics() {
        return ProbeMetrics.withIntervals(List.of(Metrics.BANDWIDTH), true);
    }

    @Override
    public List<Metric> functionMetrics() {
        return ProbeMetrics.withoutLoad(Metrics.withClock(Metrics.BANDWIDTH, Metrics.CPU));
    }

    @Override
    public List<TaskType<?>> taskTypes() {
        return List.of(LatencyTask.TYPE);
    }

    @Override
    public LatencySettings defaults() {
        return LatencySettings.USUAL;
    }

    @Override
    public List<WorkloadSetting> settings() {
        return LatencySettings.ALL;
    }

    @Override
    public LatencyWorkload restore(WorkloadRecord stored) {
        return new LatencyWorkload(
                stored.direction(),
                stored.requireSeconds(),
                stored.detail("intervalMs", 100),
                ProbeSetting.millis(stored.details().getOrDefault(ProbeSetting.KEY, LatencySettings.USUAL_PROBE)));
    }
}
