package org.faasnetlab.protocol.task;

import static org.faasnetlab.protocol.task.TaskChecks.require;
import static org.faasnetlab.protocol.task.TaskChecks.requireServer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;
import org.jspecify.annotations.Nullable;

/**
 * Search the IP-layer capacity to or from one iperf3 server by UDP tests at different rates, then run a TCP test.
 *
 * @param host the server's address
 * @param port the server's port, 1 to 65535
 * @param direction download is iperf3 {@code -R}
 * @param seconds the longest time for all tests, {@value #MIN_SECONDS} to 900
 * @param intervalMs length of a reported interval in milliseconds, at least {@value #MIN_INTERVAL_MS}
 * @param maxBitsPerSecond the highest rate of UDP payload, {@value UdpTask#MIN_RATE} to {@value UdpTask#MAX_RATE}
 * @param maxLoss the highest loss ratio at which a rate counts as carried, 0 to 1
 * @param maxReordering the highest ratio of reordered datagrams at which a rate counts as carried, 0 to 1
 * @param programUrl presigned GET of a zip with iperf3 and its libraries, or null for the installed iperf3
 */
public record CapacityTask(
        String host,
        int port,
        Direction direction,
        int seconds,
        int intervalMs,
        long maxBitsPerSecond,
        double maxLoss,
        double maxReordering,
        @Nullable URI programUrl)
        implements Task {
    /** A TCP test of 4 s, and a few steps of the search. */
    public static final int MIN_SECONDS = 12;

    public static final TaskType<CapacityTask> TYPE = new TaskType<>() {
        @Override
        public String id() {
            return "capacity";
        }

        @Override
        public CapacityTask read(JsonFields fields) throws ProtocolException {
            return new CapacityTask(
                    fields.text("host"),
                    fields.integer("port"),
                    Direction.parse(fields.text("direction")),
                    fields.integer("seconds"),
                    fields.integer("intervalMs"),
                    fields.number("maxBitsPerSecond"),
                    fields.decimal("maxLoss"),
                    fields.decimal("maxReordering"),
                    fields.optionalUri("programUrl"));
        }
    };

    /** A search with the installed iperf3. */
    public CapacityTask(
            String host,
            int port,
            Direction direction,
            int seconds,
            int intervalMs,
            long maxBitsPerSecond,
            double maxLoss,
            double maxReordering) {
        this(host, port, direction, seconds, intervalMs, maxBitsPerSecond, maxLoss, maxReordering, null);
    }

    public CapacityTask {
        requireServer(host, port, direction);
        require(seconds >= MIN_SECONDS && seconds <= 900, "seconds must be 12 to 900, not " + seconds);
        require(intervalMs >= MIN_INTERVAL_MS, "intervalMs must be at least 100, not " + intervalMs);
        require(
                maxBitsPerSecond >= UdpTask.MIN_RATE && maxBitsPerSecond <= UdpTask.MAX_RATE,
                "maxBitsPerSecond must be 10^4 to 10^11, not " + maxBitsPerSecond);
        require(maxLoss >= 0 && maxLoss <= 1, "maxLoss must be 0 to 1, not " + maxLoss);
        require(maxReordering >= 0 && maxReordering <= 1, "maxReordering must be 0 to 1, not " + maxReordering);
    }

    @Override
    public TaskType<CapacityTask> type() {
        return TYPE;
    }

    @Override
    public void writeFields(JsonGenerator json) throws IOException {
        json.writeStringField("host", host);
        json.writeNumberField("port", port);
        json.writeStringField("direction", direction.id());
        json.writeNumberField("seconds", seconds);
        json.writeNumberField("intervalMs", intervalMs);
        json.writeNumberField("maxBitsPerSecond", maxBitsPerSecond);
        json.writeNumberField("maxLoss", maxLoss);
        json.writeNumberField("maxReordering", maxReordering);
        if (programUrl != null) {
            json.writeStringField("programUrl", programUrl.toString());
        }
    }
}
