package org.faasnetlab.protocol.task;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;

/**
 * Transfer nothing and report intervals, to which the latency probes of the event add what they have shown.
 *
 * @param seconds length of the measurement, 1 to 900
 * @param intervalMs length of a reported interval in milliseconds, at least {@value #MIN_INTERVAL_MS}
 */
public record LatencyTask(int seconds, int intervalMs) implements Task {
    public static final TaskType<LatencyTask> TYPE = new TaskType<>() {
        @Override
        public String id() {
            return "latency";
        }

        @Override
        public LatencyTask read(JsonFields fields) throws ProtocolException {
            return new LatencyTask(fields.integer("seconds"), fields.integer("intervalMs"));
        }
    };

    public LatencyTask {
        if (seconds < 1 || seconds > 900) {
            throw new IllegalArgumentException("seconds must be 1 to 900, not " + seconds);
        }
        if (intervalMs < MIN_INTERVAL_MS) {
            throw new IllegalArgumentException("intervalMs must be at least 100, not " + intervalMs);
        }
    }

    @Override
    public TaskType<LatencyTask> type() {
        return TYPE;
    }

    @Override
    public void writeFields(JsonGenerator json) throws IOException {
        json.writeNumberField("seconds", seconds);
        json.writeNumberField("intervalMs", intervalMs);
    }
}
