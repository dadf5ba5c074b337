package org.faasnetlab.testing.workload;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metric.Aggregation;
import org.faasnetlab.workload.Metric.Better;
import org.faasnetlab.workload.Metric.Unit;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.QuantityFormat;
import org.faasnetlab.workload.SettingDescription;
import org.faasnetlab.workload.SettingValues;
import org.faasnetlab.workload.TransferExtent;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.WorkloadRecord;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadSettings;
import org.faasnetlab.workload.WorkloadType;

/** A workload that the program does not know: messages of one size for a second, of which the round trip is measured. */
public record PingWorkload(Direction direction, int seconds, int payload) implements Workload {
    public static final Metric RTT = new Metric(
            "rtt_us", "Round-trip time", Unit.MICROSECONDS, Aggregation.MEAN, Aggregation.MEDIAN, Better.LOWER);
    public static final Metric LOSS =
            new Metric("loss", "Packet loss", Unit.RATIO, Aggregation.MEAN, Aggregation.MEAN, Better.LOWER);

    /** The type of the workload. */
    public enum Type implements WorkloadType {
        PING;

        @Override
        public String id() {
            return "ping";
        }

        @Override
        public String parallelism() {
            return "sender";
        }

        @Override
        public boolean needsServerPort() {
            return true;
        }

        @Override
        public String title(String directions, boolean concurrent) {
            return "Ping " + directions;
        }

        @Override
        public List<Metric> intervalMetrics() {
            return List.of(Metrics.BANDWIDTH, RTT);
        }

        @Override
        public List<Metric> functionMetrics() {
            return List.of(Metrics.BANDWIDTH, RTT, LOSS);
        }

        @Override
        public List<TaskType<?>> taskTypes() {
            return List.of(PingTask.TYPE);
        }

        @Override
        public WorkloadSettings defaults() {
            return new Settings(List.of(64));
        }

        @Override
        public List<WorkloadSetting> settings() {
            return List.of(WorkloadSetting.of(
                    Settings.class,
                    SettingDescription.factor(
                            "payload", "payload", "Payload", "bytes of a message, 1 to 1000", QuantityFormat.COUNT),
                    settings -> SettingValues.join(settings.payloads()),
                    (settings, text) -> new Settings(SettingValues.integers(text, 1, 1000))));
        }

        @Override
        public Workload restore(WorkloadRecord stored) {
            return new PingWorkload(stored.direction(), stored.requireSeconds(), stored.detail("payload", 64));
        }
    }

    /** What its function is asked to do. */
    public record PingTask(String host, int payload) implements Task {
        static final TaskType<PingTask> TYPE = new TaskType<>() {
            @Override
            public String id() {
                return "ping";
            }

            @Override
            public PingTask read(JsonFields fields) throws ProtocolException {
                return new PingTask(fields.text("host"), fields.integer("payload"));
            }
        };

        @Override
        public TaskType<PingTask> type() {
            return TYPE;
        }

        @Override
        public void writeFields(JsonGenerator json) throws IOException {
            json.writeStringField("host", host);
            json.writeNumberField("payload", payload);
        }
    }

    /** The settings of a plan for it. */
    public record Settings(List<Integer> payloads) implements WorkloadSettings {
        @Override
        public WorkloadType type() {
            return Type.PING;
        }

        @Override
        public List<Workload> workloads(Direction direction, int functions, int intervalMs) {
            return payloads.stream()
                    .map(payload -> (Workload) new PingWorkload(direction, 1, payload))
                    .toList();
        }

        @Override
        public long combinations() {
            return payloads.size();
        }
    }

    @Override
    public WorkloadType type() {
        return Type.PING;
    }

    @Override
    public Workload withDirection(Direction value) {
        return new PingWorkload(value, seconds, payload);
    }

    @Override
    public int intervalMs() {
        return 100;
    }

    @Override
    public int parallelism() {
        return 2;
    }

    @Override
    public TransferExtent extent() {
        return new TransferExtent.Time(seconds, 0);
    }

    @Override
    public SortedMap<String, String> details() {
        return new TreeMap<>(Map.of("payload", String.valueOf(payload)));
    }
}
