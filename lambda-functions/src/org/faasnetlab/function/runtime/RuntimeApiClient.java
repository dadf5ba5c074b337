package org.faasnetlab.function.runtime;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.faasnetlab.function.http.HttpConnection;
import org.faasnetlab.function.http.HttpEndpoint;
import org.faasnetlab.function.http.HttpResponse;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.StartTime;
import org.jspecify.annotations.Nullable;

/**
 * The AWS Lambda Runtime API, version 2018-06-01. Each request has its own connection: the service is on this host, and
 * a connection left open during a long invocation may have been closed in the meantime.
 */
public final class RuntimeApiClient {
    private static final String VERSION = "/2018-06-01/runtime";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final HttpEndpoint endpoint;
    private final String prefix;
    private final String root;
    private final @Nullable String socket;

    private RuntimeApiClient(HttpEndpoint endpoint, String prefix, @Nullable String socket) {
        this.endpoint = endpoint;
        this.socket = socket;
        this.prefix = prefix;
        this.root = prefix.concat(VERSION);
    }

    /**
     * A client of the Runtime API at an address that is reached over TCP.
     *
     * @param address {@code host:port} with an optional path, as in AWS_LAMBDA_RUNTIME_API
     * @throws IllegalArgumentException if it has another format
     */
    public static RuntimeApiClient at(String address) {
        return at(address, null);
    }

    /**
     * A client of the Runtime API at an address that may be in another network namespace.
     *
     * @param socket a socket in the file system that leads to the address from another network namespace, or null
     */
    public static RuntimeApiClient at(String address, @Nullable String socket) {
        URI url = URI.create("http://".concat(address));
        String prefix = url.getRawPath() == null ? "" : url.getRawPath();
        while (prefix.endsWith("/")) {
            prefix = prefix.substring(0, prefix.length() - 1);
        }
        return new RuntimeApiClient(HttpEndpoint.of(url), prefix, socket);
    }

    private HttpConnection connect() throws IOException {
        return socket == null
                ? HttpConnection.open(endpoint, CONNECT_TIMEOUT)
                : HttpConnection.openSocketFile(Path.of(socket));
    }

    /** Waits for the next event, without a timeout. */
    public RuntimeEvent next() throws IOException {
        try (HttpConnection connection = connect()) {
            connection.sendHead(requestLine("GET", "/invocation/next"), host());
            return event(connection.readResponse());
        }
    }

    static RuntimeEvent event(HttpResponse response) throws IOException {
        String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        String requestId = response.header("lambda-runtime-aws-request-id");
        if (response.status() != 200 || requestId == null) {
            throw new IOException("expected an event, got status " + response.status());
        }
        return new RuntimeEvent(requestId, deadline(response), body);
    }

    /**
     * Waits until the service tells when a function starts. This is not an operation of AWS: only the service on this
     * computer has it.
     *
     * @param stop ends the wait
     * @return empty if the trial starts without this function
     */
    public Optional<StartTime> awaitStart(FunctionRequest request, StopSignal stop) throws IOException {
        try (HttpConnection connection = connect();
                StopSignal.Registration registration = stop.onStop(() -> closeNow(connection))) {
            String path = prefix + "/start/" + request.run() + "/" + request.trial() + "/" + request.functionIndex();
            connection.sendHead("GET " + path + " HTTP/1.1", host());
            return startTime(connection.readResponse());
        }
    }

    static Optional<StartTime> startTime(HttpResponse response) throws IOException {
        String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        if (response.status() == 410) {
            return Optional.empty();
        }
        if (response.status() != 200) {
            throw new IOException("expected a start time, got status " + response.status());
        }
        return Optional.of(StartTime.parse(body));
    }

    private static void closeNow(HttpConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // The connection is broken already, which ends the wait as well.
        }
    }

    private static long deadline(HttpResponse response) throws IOException {
        String text = response.header("lambda-runtime-deadline-ms");
        try {
            return text == null ? Long.MAX_VALUE : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException("the deadline is not a number");
        }
    }

    /** The answer to an event; nothing is sent before its first chunk. */
    public StreamedResponse respond(String requestId) {
        return new StreamedResponse(this, requestId);
    }

    /** Reports that the function could not start. */
    public void initError(FunctionError error) throws IOException {
        postError("/init/error", error);
    }

    /** Reports that an invocation failed before its answer began. */
    void invocationError(String requestId, FunctionError error) throws IOException {
        postError("/invocation/" + requestId + "/error", error);
    }

    private void postError(String path, FunctionError error) throws IOException {
        byte[] body = error.json().getBytes(StandardCharsets.UTF_8);
        try (HttpConnection connection = connect()) {
            connection.sendHead(
                    requestLine("POST", path),
                    host(),
                    "Content-Type: application/json",
                    "Content-Length: " + body.length,
                    StreamedResponse.ERROR_TYPE + ": " + error.type());
            connection.body().write(body);
            requireAccepted(connection);
        }
    }

    HttpConnection startResponse(String requestId, String... headers) throws IOException {
        HttpConnection connection = connect();
        String[] lines = new String[headers.length + 2];
        lines[0] = requestLine("POST", "/invocation/" + requestId + "/response");
        lines[1] = host();
        System.arraycopy(headers, 0, lines, 2, headers.length);
        connection.sendHead(lines);
        return connection;
    }

    static void requireAccepted(HttpConnection connection) throws IOException {
        connection.readTimeout(CONNECT_TIMEOUT);
        HttpResponse response = connection.readResponse();
        if (!response.successful()) {
            throw new IOException("the service rejected the response: status " + response.status());
        }
    }

    private String requestLine(String method, String path) {
        return method + " " + root + path + " HTTP/1.1";
    }

    private String host() {
        return "Host: ".concat(endpoint.authority());
    }
}
