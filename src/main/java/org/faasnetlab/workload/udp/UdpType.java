package org.faasnetlab.workload.udp;

import java.util.List;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadType;
import org.faasnetlab.workload.latency.ProbeSetting;

/** iperf3 with UDP: datagrams at a fixed rate, whatever arrives of them. */
public enum UdpType implements WorkloadType {
    UDP;

    @Override
    public String id() {
        return "iperf3-udp";
    }

    @Override
    public String parallelism() {
        return "stream";
    }

    @Override
    public boolean needsServerPort() {
        return true;
    }

    /** A rate without loss says little about datagrams. */
    @Override
    public List<Metric> metricsBesideRate() {
        return List.of(UdpMetrics.OFFERED, UdpMetrics.LOSS, UdpMetrics.JITTER, UdpMetrics.REORDERED);
    }

    @Override
    public String title(String directions, boolean concurrent) {
        return "iperf3 UDP " + (concurrent ? "concurrent" : "single") + ", " + directions;
    }

    @Override
    public List<Metric> intervalMetrics() {
        return UdpMetrics.OF_INTERVALS;
    }

    @Override
    public List<Metric> functionMetrics() {
        return UdpMetrics.OF_FUNCTIONS;
    }

    @Override
    public List<TaskType<?>> taskTypes() {
        return List.of(UdpTask.TYPE);
    }

    @Override
    public UdpSettings defaults() {
        return UdpSettings.USUAL;
    }

    @Override
    public List<WorkloadSetting> settings() {
        return UdpSettings.ALL;
    }

    @Override
    public UdpWorkload restore(WorkloadRecord stored) {
        return new UdpWorkload(
                stored.direction(),
                stored.requireSeconds(),
                stored.detail("intervalMs", 100),
                Bandwidth.parse(stored.details().getOrDefault(UdpSettings.RATE, UdpSettings.USUAL_RATE)),
                stored.detail(UdpSettings.DATAGRAM, UdpSettings.USUAL_BYTES),
                stored.detail(UdpSettings.PACING, 1),
                ProbeSetting.parse(stored.details().getOrDefault(ProbeSetting.KEY, "off")));
    }
}
