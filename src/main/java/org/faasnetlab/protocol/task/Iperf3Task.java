package org.faasnetlab.protocol.task;

import static org.faasnetlab.protocol.task.TaskChecks.require;
import static org.faasnetlab.protocol.task.TaskChecks.requireServer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;
import org.jspecify.annotations.Nullable;

/**
 * Run the iperf3 client against one server.
 *
 * @param host the server's address
 * @param port the server's port, 1 to 65535
 * @param direction download is iperf3 {@code -R}
 * @param seconds length of the test without the omitted start, at least 1
 * @param streams parallel TCP streams (iperf3 {@code -P}), 1 to 128
 * @param intervalMs length of a reported interval in milliseconds, at least {@value #MIN_INTERVAL_MS}
 * @param omitSeconds seconds at the start that iperf3 leaves out (iperf3 {@code -O}), 0 to 60
 * @param congestion TCP congestion control algorithm (iperf3 {@code -C}), or null for the system's default
 * @param windowBytes requested size of each stream's socket buffers in bytes (iperf3 {@code -w}), at least 4,096,
 *     or null for the system's default
 * @param programUrl presigned GET of a zip with iperf3 and its libraries, or null for the installed iperf3
 * @param login login for the server, or null if it requires no authentication
 * @param tcpInfo whether a sending client reports what TCP knows about its streams
 * @param connectEarly whether the client connects before T0, because something on its way holds the test until T0
 */
public record Iperf3Task(
        String host,
        int port,
        Direction direction,
        int seconds,
        int streams,
        int intervalMs,
        int omitSeconds,
        @Nullable String congestion,
        @Nullable Integer windowBytes,
        @Nullable URI programUrl,
        @Nullable Login login,
        boolean tcpInfo,
        boolean connectEarly)
        implements Task {
    public static final TaskType<Iperf3Task> TYPE = new TaskType<>() {
        @Override
        public String id() {
            return "iperf3";
        }

        @Override
        public Iperf3Task read(JsonFields fields) throws ProtocolException {
            return new Iperf3Task(
                    fields.text("host"),
                    fields.integer("port"),
                    Direction.parse(fields.text("direction")),
                    fields.integer("seconds"),
                    fields.integer("streams"),
                    fields.integer("intervalMs"),
                    fields.integer("omitSeconds"),
                    fields.optionalText("congestion"),
                    fields.optionalInteger("windowBytes"),
                    fields.optionalUri("programUrl"),
                    Login.read(fields),
                    fields.optionalFlag("tcpInfo"),
                    fields.optionalFlag("connectEarly"));
        }
    };

    @Override
    public TaskType<Iperf3Task> type() {
        return TYPE;
    }

    /** A test with the installed iperf3 against a server without authentication. */
    public Iperf3Task(
            String host,
            int port,
            Direction direction,
            int seconds,
            int streams,
            int intervalMs,
            int omitSeconds,
            @Nullable String congestion) {
        this(host, port, direction, seconds, streams, intervalMs, omitSeconds, congestion, null, null, null);
    }

    /** A test without what TCP knows, which connects at T0. */
    public Iperf3Task(
            String host,
            int port,
            Direction direction,
            int seconds,
            int streams,
            int intervalMs,
            int omitSeconds,
            @Nullable String congestion,
            @Nullable Integer windowBytes,
            @Nullable URI programUrl,
            @Nullable Login login) {
        this(
                host,
                port,
                direction,
                seconds,
                streams,
                intervalMs,
                omitSeconds,
                congestion,
                windowBytes,
                programUrl,
                login,
                false,
                false);
    }

    public Iperf3Task {
        requireServer(host, port, direction);
        require(seconds >= 1, "seconds must be at least 1, not " + seconds);
        require(streams >= 1 && streams <= 128, "streams must be 1 to 128, not " + streams);
        require(intervalMs >= MIN_INTERVAL_MS, "intervalMs must be at least 100, not " + intervalMs);
        require(omitSeconds >= 0 && omitSeconds <= 60, "omitSeconds must be 0 to 60, not " + omitSeconds);
        require(windowBytes == null || windowBytes >= 4096, "windowBytes must be at least 4096, not " + windowBytes);
    }

    @Override
    public void writeFields(JsonGenerator json) throws IOException {
        json.writeStringField("host", host);
        json.writeNumberField("port", port);
        json.writeStringField("direction", direction.id());
        json.writeNumberField("seconds", seconds);
        json.writeNumberField("streams", streams);
        json.writeNumberField("intervalMs", intervalMs);
        json.writeNumberField("omitSeconds", omitSeconds);
        if (congestion != null) {
            json.writeStringField("congestion", congestion);
        }
        if (windowBytes != null) {
            json.writeNumberField("windowBytes", windowBytes);
        }
        if (programUrl != null) {
            json.writeStringField("programUrl", programUrl.toString());
        }
        if (login != null) {
            json.writeStringField("user", login.user());
            json.writeStringField("publicKey", login.publicKey());
        }
        if (tcpInfo) {
            json.writeBooleanField("tcpInfo", true);
        }
        if (connectEarly) {
            json.writeBooleanField("connectEarly", true);
        }
    }

    /**
     * The login of the iperf3 client (iperf3 {@code --username}). The password is in the function's environment, never
     * in an event.
     *
     * @param publicKey the server's RSA public key: the body of its PEM file in one line
     */
    public record Login(String user, String publicKey) {
        private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");
        private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{1,4000}={0,2}");

        public Login {
            require(USER.matcher(user).matches(), "user must be 1 to 64 letters, digits, periods, and hyphens");
            require(BASE64.matcher(publicKey).matches(), "publicKey must be base64");
        }

        private static @Nullable Login read(JsonFields fields) throws ProtocolException {
            String user = fields.optionalText("user");
            return user == null ? null : new Login(user, fields.text("publicKey"));
        }
    }
}
