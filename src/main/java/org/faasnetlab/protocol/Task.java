package org.faasnetlab.protocol;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.faasnetlab.measure.Direction;
import org.jspecify.annotations.Nullable;

/** The task of a function. */
public sealed interface Task {

    /** Calls the method of the handler for this type of task and returns its result. */
    <R> R accept(Handler<R> handler);

    /**
     * Handles every type of task, so that the compiler finds handlers that lack a new type.
     *
     * @param <R> the result of handling
     */
    interface Handler<R> {
        R on(Probe task);

        R on(Iperf3 task);

        R on(S3Get task);

        R on(S3Put task);
    }

    /** The shortest interval that a task reports, in milliseconds. */
    int MIN_INTERVAL_MS = 100;

    /** Send {@code ready} and finish: shows that the function can be invoked and reports its runtime. */
    record Probe() implements Task {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }
    }

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
     */
    record Iperf3(
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
            @Nullable Login login)
            implements Task {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }

        /** A test with the installed iperf3 against a server without authentication. */
        public Iperf3(
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

        public Iperf3 {
            require(!host.isBlank(), "host must not be empty");
            require(port >= 1 && port <= 65535, "port must be 1 to 65535, not " + port);
            require(direction != Direction.BOTH, "a function must have one direction");
            require(seconds >= 1, "seconds must be at least 1, not " + seconds);
            require(streams >= 1 && streams <= 128, "streams must be 1 to 128, not " + streams);
            require(intervalMs >= MIN_INTERVAL_MS, "intervalMs must be at least 100, not " + intervalMs);
            require(omitSeconds >= 0 && omitSeconds <= 60, "omitSeconds must be 0 to 60, not " + omitSeconds);
            require(
                    windowBytes == null || windowBytes >= 4096,
                    "windowBytes must be at least 4096, not " + windowBytes);
        }
    }

    /**
     * The login of the iperf3 client (iperf3 {@code --username}). The password is in the function's environment, never
     * in an event.
     *
     * @param publicKey the server's RSA public key: the body of its PEM file in one line
     */
    record Login(String user, String publicKey) {
        private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");
        private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{1,4000}={0,2}");

        public Login {
            require(USER.matcher(user).matches(), "user must be 1 to 64 letters, digits, periods, and hyphens");
            require(BASE64.matcher(publicKey).matches(), "publicKey must be base64");
        }
    }

    /**
     * Fetch one object from S3 over plain HTTP(S), in ranges over several connections.
     *
     * @param url presigned GET of the object; ranges are requested by the Range header, which is not signed
     * @param bytes size of the object, at least 1
     * @param connections concurrent connections, 1 to 64
     * @param partBytes size of one range; the last may be shorter
     * @param intervalMs length of a reported interval in milliseconds, at least {@value #MIN_INTERVAL_MS}
     */
    record S3Get(URI url, long bytes, int connections, long partBytes, int intervalMs) implements Task {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }

        public S3Get {
            checkTransfer(bytes, connections, partBytes, intervalMs);
        }
    }

    /**
     * Send one object to S3 over plain HTTP(S): as one PUT, or as the parts of a multipart upload that the app has
     * started and will complete.
     *
     * @param partUrls presigned PUT of each part in order; a single one is a plain PUT of the whole object
     * @param bytes size of the object, at least 1
     * @param connections concurrent connections, 1 to 64
     * @param partBytes size of one part; the last may be shorter
     * @param intervalMs length of a reported interval in milliseconds, at least {@value #MIN_INTERVAL_MS}
     */
    record S3Put(List<URI> partUrls, long bytes, int connections, long partBytes, int intervalMs) implements Task {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.on(this);
        }

        public S3Put {
            checkTransfer(bytes, connections, partBytes, intervalMs);
            partUrls = List.copyOf(partUrls);
            long parts = (bytes + partBytes - 1) / partBytes;
            require(partUrls.size() == parts, parts + " parts require as many URLs, not " + partUrls.size());
        }
    }

    private static void checkTransfer(long bytes, int connections, long partBytes, int intervalMs) {
        require(bytes >= 1, "bytes must be at least 1, not " + bytes);
        require(connections >= 1 && connections <= 64, "connections must be 1 to 64, not " + connections);
        require(partBytes >= 1, "partBytes must be at least 1, not " + partBytes);
        require(intervalMs >= MIN_INTERVAL_MS, "intervalMs must be at least 100, not " + intervalMs);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
