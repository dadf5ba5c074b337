package org.faasnetlab.testbed.local.lambda;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.protocol.StartTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The AWS Lambda Runtime API, version 2018-06-01, under {@code /sandbox/<token>}: each function process has its own
 * address. In addition to AWS's operations, a function can ask under {@code start} when to start, and gets the answer
 * when all functions of its trial are ready.
 *
 * <p>The JDK's HTTP server cannot read the trailers in which a function reports an error after its answer has begun; it
 * treats the connection as broken. Such an answer ends with {@code Runtime.TruncatedResponse}.
 */
final class RuntimeApiServer implements HttpHandler {
    static final String PATH = "/sandbox/";
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeApiServer.class);
    private static final Pattern REQUEST =
            Pattern.compile("/sandbox/([0-9a-f]+)/2018-06-01/runtime/(?:invocation/)?([^/]+)(?:/(response|error))?");
    private static final Pattern START = Pattern.compile("/sandbox/([0-9a-f]+)/start/([^/]+)/(\\d{1,9})/(\\d{1,9})");
    private static final int MAX_ERROR_BYTES = 256 * 1024;

    private final RequestReception reception;
    private final FunctionRunner runner;
    private final StartSignals starts;

    RuntimeApiServer(RequestReception reception, FunctionRunner runner, StartSignals starts) {
        this.reception = reception;
        this.runner = runner;
        this.starts = starts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            Matcher start = START.matcher(exchange.getRequestURI().getPath());
            if (start.matches() && runner.sandbox(start.group(1)) != null) {
                reception.received();
                start(exchange, start);
                return;
            }
            Matcher request = REQUEST.matcher(exchange.getRequestURI().getPath());
            SandboxProcess sandbox = request.matches() ? runner.sandbox(request.group(1)) : null;
            if (sandbox == null) {
                reply(exchange, 404, "no such sandbox");
                return;
            }
            reception.received(); // the rest comes from a function of this service
            String action = request.group(3) == null ? request.group(2) : request.group(3);
            String method = exchange.getRequestMethod();
            if (method.equals("GET") && action.equals("next")) {
                next(exchange, sandbox);
            } else if (method.equals("POST") && action.equals("response")) {
                response(exchange, sandbox, request.group(2));
            } else if (method.equals("POST") && action.equals("error")) {
                error(exchange, sandbox, request.group(2));
            } else {
                reply(exchange, 404, "no such operation");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void next(HttpExchange exchange, SandboxProcess sandbox) throws IOException, InterruptedException {
        AcceptedInvocation invocation = sandbox.awaitNext();
        if (invocation == null) {
            return;
        }
        long deadline = runner.taken(sandbox, invocation).toEpochMilli();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", sandbox.version().arn());
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-" + traceRoot(invocation.id()) + ";Sampled=0");
        exchange.sendResponseHeaders(200, invocation.event().length);
        exchange.getResponseBody().write(invocation.event());
    }

    private void start(HttpExchange exchange, Matcher request) throws IOException, InterruptedException {
        Optional<StartTime> start =
                starts.await(request.group(2), Integer.parseInt(request.group(3)), Integer.parseInt(request.group(4)));
        if (start.isEmpty()) {
            reply(exchange, 410, "not part of the trial");
            return;
        }
        byte[] body = start.get().toJson().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String traceRoot(String requestId) {
        String digits = requestId.replace("-", "");
        return digits.substring(0, 8) + "-" + digits.substring(8);
    }

    private void response(HttpExchange exchange, SandboxProcess sandbox, String invocationId)
            throws IOException, InterruptedException {
        AcceptedInvocation invocation = sandbox.beginAnswer(invocationId);
        if (invocation == null) {
            reply(exchange, 400, "no such invocation");
            return;
        }
        try {
            passOn(exchange.getRequestBody(), invocation.answer());
        } catch (IOException e) {
            LOG.debug("The response to {} failed", invocationId, e);
            runner.broken(sandbox, invocation);
            return;
        }
        runner.finished(sandbox, invocation, null);
        reply(exchange, 202, "OK");
    }

    private static void passOn(InputStream body, ResponseBuffer answer) throws IOException, InterruptedException {
        byte[] buffer = new byte[16 * 1024];
        for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
            answer.write(Arrays.copyOf(buffer, length));
        }
    }

    /** An error that the function reports instead of an answer, for an invocation or while it starts. */
    private void error(HttpExchange exchange, SandboxProcess sandbox, String invocationId) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
        byte[] body = exchange.getRequestBody().readNBytes(MAX_ERROR_BYTES);
        String json = JsonText.isValue(body)
                ? new String(body, StandardCharsets.UTF_8)
                : JsonText.object(new TreeMap<>(Map.of("errorMessage", new String(body, StandardCharsets.UTF_8))));
        InvocationError reported = new InvocationError(type == null ? "Unhandled" : type, json);
        if (invocationId.equals("init")) {
            runner.initFailed(sandbox, reported);
            return;
        }
        AcceptedInvocation invocation = sandbox.beginAnswer(invocationId);
        if (invocation == null) {
            reply(exchange, 400, "no such invocation");
            return;
        }
        runner.finished(sandbox, invocation, reported);
        reply(exchange, 202, "OK");
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = JsonText.object(new TreeMap<>(Map.of("status", text))).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
