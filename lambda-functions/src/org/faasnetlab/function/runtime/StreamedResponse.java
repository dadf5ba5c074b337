package org.faasnetlab.function.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.function.http.ChunkedOutput;
import org.faasnetlab.function.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/** The answer to one event, sent chunk by chunk while the function runs. Not thread-safe. */
public final class StreamedResponse implements Closeable {
    static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
    static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";

    private final RuntimeApiClient api;
    private final String requestId;
    private @Nullable HttpConnection connection;
    private @Nullable ChunkedOutput chunks;

    StreamedResponse(RuntimeApiClient api, String requestId) {
        this.api = api;
        this.requestId = requestId;
    }

    /** Sends the bytes immediately. {@code data} must not be empty. */
    public void write(byte[] data) throws IOException {
        started().write(data);
    }

    /** Ends the answer and waits until the service has accepted it. */
    public void finish() throws IOException {
        end(Map.of());
    }

    /** Ends the answer with an error: in its trailers, or as an invocation error if nothing has been sent yet. */
    public void fail(FunctionError error) throws IOException {
        if (chunks == null) {
            api.invocationError(requestId, error);
            return;
        }
        Map<String, String> trailers = new TreeMap<>();
        trailers.put(ERROR_TYPE, error.type());
        trailers.put(ERROR_BODY, Base64.getEncoder().encodeToString(error.json().getBytes(StandardCharsets.UTF_8)));
        end(trailers);
    }

    private void end(Map<String, String> trailers) throws IOException {
        started().end(trailers);
        if (connection != null) {
            RuntimeApiClient.requireAccepted(connection);
        }
        close();
    }

    private ChunkedOutput started() throws IOException {
        if (chunks == null) {
            connection = api.startResponse(
                    requestId,
                    "Lambda-Runtime-Function-Response-Mode: streaming",
                    "Transfer-Encoding: chunked",
                    "Content-Type: application/x-ndjson",
                    "Trailer: " + ERROR_TYPE + ", " + ERROR_BODY,
                    "Connection: close");
            chunks = new ChunkedOutput(connection.body());
        }
        return chunks;
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
        }
    }
}
