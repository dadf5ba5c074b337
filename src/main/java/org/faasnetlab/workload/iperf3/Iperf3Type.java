package org.faasnetlab.workload.iperf3;

import java.util.List;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadType;
import org.faasnetlab.workload.latency.ProbeSetting;

/** iperf3: TCP streams for a fixed time, with a separate server process for each function. */
public enum Iperf3Type implements WorkloadType {
    IPERF3;

    @Override
    public String id() {
        return "iperf3";
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
    public String title(String directions, boolean concurrent) {
        return "iperf3 " + (concurrent ? "concurrent" : "single") + ", " + directions;
    }

    @Override
    public List<Metric> intervalMetrics() {
        return List.of(Metrics.BANDWIDTH, Metrics.RETRANSMITS);
    }

    @Override
    public List<Metric> functionMetrics() {
        return Metrics.withClock(Metrics.BANDWIDTH, Metrics.RETRANSMITS, Metrics.MSS, Metrics.CPU);
    }

    @Override
    public List<TaskType<?>> taskTypes() {
        return List.of(Iperf3Task.TYPE);
    }

    @Override
    public Iperf3Settings defaults() {
        return Iperf3Settings.USUAL;
    }

    @Override
    public List<WorkloadSetting> settings() {
        return Iperf3Settings.ALL;
    }

    @Override
    public Iperf3Workload restore(WorkloadRecord stored) {
        return new Iperf3Workload(
                stored.direction(),
                stored.requireSeconds(),
                stored.parallelism(),
                stored.detail("intervalMs", 100),
                stored.detail("omit", 0),
                Iperf3Workload.parseCongestion(stored.details().getOrDefault("congestion", "system")),
                ProbeSetting.parse(stored.details().getOrDefault(ProbeSetting.KEY, "off")),
                Iperf3Settings.isOn(stored.details().getOrDefault(Iperf3Settings.TCP_INFO, Iperf3Settings.OFF)));
    }
}
