package org.faasnetlab.workload.imported;

import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadSettings;
import org.faasnetlab.workload.WorkloadType;

/** Imported transfers. They are stored and analysed but cannot be planned, so they have no settings and no tasks. */
public enum ImportedType implements WorkloadType {
    IMPORTED;

    /** Mean variation of the transit time of datagrams (RFC 3550, section 6.4.1), as reported by the measuring program. */
    public static final Metric JITTER = new Metric(
            "jitter_us",
            "Jitter",
            Metric.Unit.MICROSECONDS,
            Metric.Aggregation.MEDIAN,
            Metric.Aggregation.MEAN,
            Metric.Better.LOWER);

    /** Datagrams that were sent and not received. */
    public static final Metric LOST = new Metric(
            "lost_packets",
            "Lost packets",
            Metric.Unit.COUNT,
            Metric.Aggregation.SUM,
            Metric.Aggregation.SUM,
            Metric.Better.LOWER);

    /** Nothing to choose. */
    private record NoSettings() implements WorkloadSettings {
        @Override
        public WorkloadType type() {
            return IMPORTED;
        }

        @Override
        public List<Workload> workloads(Direction direction, int functions, int intervalMs) {
            return List.of();
        }

        @Override
        public long combinations() {
            return 0;
        }
    }

    @Override
    public String id() {
        return "imported";
    }

    @Override
    public String parallelism() {
        return "stream";
    }

    @Override
    public boolean needsServerPort() {
        return false;
    }

    @Override
    public String title(String directions, boolean concurrent) {
        return "Imported " + directions;
    }

    @Override
    public List<Metric> intervalMetrics() {
        return List.of(Metrics.BANDWIDTH, Metrics.RETRANSMITS, JITTER, LOST);
    }

    @Override
    public List<Metric> functionMetrics() {
        return List.of(
                Metrics.BANDWIDTH, Metrics.RETRANSMITS, Metrics.MSS, Metrics.CPU, JITTER, LOST, Metrics.MISSING_TIME);
    }

    @Override
    public List<TaskType<?>> taskTypes() {
        return List.of();
    }

    @Override
    public WorkloadSettings defaults() {
        return new NoSettings();
    }

    @Override
    public List<WorkloadSetting> settings() {
        return List.of();
    }

    @Override
    public ImportedTransfer restore(WorkloadRecord stored) {
        return new ImportedTransfer(
                stored.direction(),
                stored.requireSeconds(),
                stored.parallelism(),
                stored.details().getOrDefault("protocol", ImportedTransfer.UNKNOWN));
    }
}
