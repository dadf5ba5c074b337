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
 * Run the iperf3 client with UDP against one server.
 *
 * @param host the server's address
 * @param port the server's port, 1 to 65535
 * @param direction download is iperf3 {@code -R}
 * @param seconds length of the test, 1 to 900
 * @param intervalMs length of a reported interval in milliseconds, at least {@value #MIN_INTERVAL_MS}
 * @param bitsPerSecond rate of the payload (iperf3 {@code -b}), {@value #MIN_RATE} to {@value #MAX_RATE}
 * @param datagramBytes payload of a datagram (iperf3 {@code -l}), {@value #MIN_BYTES} to {@value #MAX_BYTES}
 * @param burst number of datagrams that are sent together (iperf3 {@code -b RATE/BURST}), 1 to {@value #MAX_BURST}
 * @param programUrl presigned GET of a zip with iperf3 and its libraries, or null for the installed iperf3
 */
public record UdpTask(
        String host,
        int port,
        Direction direction,
        int seconds,
        int intervalMs,
        long bitsPerSecond,
        int datagramBytes,
        int burst,
        @Nullable URI programUrl)
        implements Task {
    public static final long MIN_RATE = 10_000;
    public static final long MAX_RATE = 100_000_000_000L;

    /** iperf3 puts a time and a number into each datagram. */
    public static final int MIN_BYTES = 16;

    /** The largest payload of UDP over IPv4. */
    public static final int MAX_BYTES = 65_507;

    /** More are refused by iperf3. */
    public static final int MAX_BURST = 1_000;

    /** The metric of a finished test, and of the intervals of an upload, that states at which rate payload was sent, in bit/s. */
    public static final String OFFERED_RATE = "udp_offered_bit_per_s";

    public static final TaskType<UdpTask> TYPE = new TaskType<>() {
        @Override
        public String id() {
            return "iperf3-udp";
        }

        @Override
        public UdpTask read(JsonFields fields) throws ProtocolException {
            return new UdpTask(
                    fields.text("host"),
                    fields.integer("port"),
                    Direction.parse(fields.text("direction")),
                    fields.integer("seconds"),
                    fields.integer("intervalMs"),
                    fields.number("bitsPerSecond"),
                    fields.integer("datagramBytes"),
                    burst(fields),
                    fields.optionalUri("programUrl"));
        }
    };

    private static int burst(JsonFields fields) throws ProtocolException {
        Integer burst = fields.optionalInteger("burst");
        return burst == null ? 1 : burst;
    }

    /** A test with the installed iperf3, whose datagrams are sent one by one. */
    public UdpTask(
            String host,
            int port,
            Direction direction,
            int seconds,
            int intervalMs,
            long bitsPerSecond,
            int datagramBytes) {
        this(host, port, direction, seconds, intervalMs, bitsPerSecond, datagramBytes, 1, null);
    }

    public UdpTask {
        requireServer(host, port, direction);
        require(seconds >= 1 && seconds <= 900, "seconds must be 1 to 900, not " + seconds);
        require(intervalMs >= MIN_INTERVAL_MS, "intervalMs must be at least 100, not " + intervalMs);
        require(
                bitsPerSecond >= MIN_RATE && bitsPerSecond <= MAX_RATE,
                "bitsPerSecond must be 10^4 to 10^11, not " + bitsPerSecond);
        require(
                datagramBytes >= MIN_BYTES && datagramBytes <= MAX_BYTES,
                "datagramBytes must be 16 to 65507, not " + datagramBytes);
        require(burst >= 1 && burst <= MAX_BURST, "burst must be 1 to 1000, not " + burst);
    }

    @Override
    public TaskType<UdpTask> type() {
        return TYPE;
    }

    @Override
    public void writeFields(JsonGenerator json) throws IOException {
        json.writeStringField("host", host);
        json.writeNumberField("port", port);
        json.writeStringField("direction", direction.id());
        json.writeNumberField("seconds", seconds);
        json.writeNumberField("intervalMs", intervalMs);
        json.writeNumberField("bitsPerSecond", bitsPerSecond);
        json.writeNumberField("datagramBytes", datagramBytes);
        if (burst > 1) {
            json.writeNumberField("burst", burst);
        }
        if (programUrl != null) {
            json.writeStringField("programUrl", programUrl.toString());
        }
    }
}
