package org.faasnetlab.testbed.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.invoke.eventstream.EventStreamEncoder;
import org.jspecify.annotations.Nullable;

/** Sends a function's answer to its caller, in the format of the operation. */
final class InvokeResponseWriter {
    private static final String JSON = "application/json";

    private InvokeResponseWriter() {}

    /** Writes the response of InvokeWithResponseStream: each chunk as soon as it is available, then the outcome. */
    static void stream(HttpExchange exchange, ResponseBuffer answer) throws IOException, InterruptedException {
        byte[] chunk = answer.next();
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.amazon.eventstream");
        // Use a connection for each invocation: a persistent one might be closed here just when the client reuses it.
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (; chunk != null; chunk = answer.next()) {
                out.write(EventStreamEncoder.event("PayloadChunk", "application/octet-stream", chunk));
                out.flush();
            }
            byte[] end = complete(answer.error()).getBytes(StandardCharsets.UTF_8);
            out.write(EventStreamEncoder.event("InvokeComplete", JSON, end));
        }
    }

    private static String complete(@Nullable InvocationError error) {
        SortedMap<String, String> fields = error == null
                ? new TreeMap<>()
                : new TreeMap<>(Map.of("ErrorCode", error.type(), "ErrorDetails", error.json()));
        return JsonText.object(fields);
    }

    /** Writes the response of Invoke: the complete answer, or the error instead of it. */
    static void send(HttpExchange exchange, ResponseBuffer answer) throws IOException, InterruptedException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] chunk = answer.next(); chunk != null; chunk = answer.next()) {
            whole.writeBytes(chunk);
        }
        InvocationError error = answer.error();
        byte[] body = whole.toByteArray();
        if (error != null) {
            exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
            body = error.json().getBytes(StandardCharsets.UTF_8);
        }
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
