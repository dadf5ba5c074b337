package org.faasnetlab.testbed.local.lambda;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operations Invoke (2015-03-31) and InvokeWithResponseStream (2021-11-15) of the AWS Lambda API. */
final class LambdaApi implements HttpHandler {
    static final int MAX_EVENT_BYTES = 6 * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(LambdaApi.class);
    private static final Pattern STREAMED =
            Pattern.compile("/2021-11-15/functions/([^/]+)/response-streaming-invocations");
    private static final Pattern BUFFERED = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final byte[] EMPTY_EVENT = {'{', '}'};

    private final SignatureVerifier signature;
    private final RequestReception reception;
    private final FunctionVersions versions;
    private final FunctionRunner runner;

    LambdaApi(
            SignatureVerifier signature, RequestReception reception, FunctionVersions versions, FunctionRunner runner) {
        this.signature = signature;
        this.reception = reception;
        this.versions = versions;
        this.runner = runner;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            invoke(exchange);
        } catch (LambdaApiException e) {
            LOG.debug("Rejected: {}", e.getMessage());
            refuse(exchange, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void invoke(HttpExchange exchange) throws LambdaApiException, IOException, InterruptedException {
        Headers headers = exchange.getRequestHeaders();
        // Only who knows the access key may occupy memory for a body, and time to send it.
        signature.requireAccessKey(headers);
        reception.extend();
        byte[] body = readBody(exchange.getRequestBody());
        reception.received();
        signature.check(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
        String path = exchange.getRequestURI().getPath();
        Matcher streamed = STREAMED.matcher(path);
        Matcher buffered = BUFFERED.matcher(path);
        boolean known = streamed.matches() || buffered.matches();
        if (!known || !exchange.getRequestMethod().equals("POST")) {
            throw LambdaApiException.unknownOperation();
        }
        String type = headers.getFirst("X-Amz-Invocation-Type");
        if (type != null && !type.equals("RequestResponse")) {
            throw LambdaApiException.invalidParameter("This service offers the invocation type RequestResponse only.");
        }
        String function = streamed.matches() ? streamed.group(1) : buffered.group(1);
        FunctionVersion version =
                versions.find(function, qualifier(exchange.getRequestURI().getRawQuery()));
        byte[] event = body.length == 0 ? EMPTY_EVENT : body;
        if (!JsonText.isValue(event)) {
            throw LambdaApiException.invalidContent("Could not parse request body into json");
        }
        answer(exchange, version, runner.invoke(version, event), streamed.matches());
    }

    private static void answer(
            HttpExchange exchange, FunctionVersion version, AcceptedInvocation invocation, boolean streamed)
            throws IOException, InterruptedException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("x-amzn-RequestId", invocation.id());
        headers.set("X-Amz-Executed-Version", version.qualifier());
        try {
            if (streamed) {
                InvokeResponseWriter.stream(exchange, invocation.answer());
            } else {
                InvokeResponseWriter.send(exchange, invocation.answer());
            }
        } catch (IOException e) {
            LOG.debug("The caller of {} has disconnected", invocation.id());
            throw e;
        } finally {
            invocation.answer().callerLeft();
        }
    }

    /**
     * Reads the body completely even if it is too large: a client that is still sending would not receive the response.
     */
    private static byte[] readBody(InputStream body) throws IOException, LambdaApiException {
        byte[] event = body.readNBytes(MAX_EVENT_BYTES);
        if (body.read() >= 0) {
            body.transferTo(OutputStream.nullOutputStream());
            throw LambdaApiException.tooLarge(MAX_EVENT_BYTES);
        }
        return event;
    }

    private static String qualifier(@Nullable String rawQuery) {
        for (String parameter : (rawQuery == null ? "" : rawQuery).split("&", -1)) {
            if (parameter.startsWith("Qualifier=")) {
                return URLDecoder.decode(parameter.substring("Qualifier=".length()), StandardCharsets.UTF_8);
            }
        }
        return "$LATEST";
    }

    private static void refuse(HttpExchange exchange, LambdaApiException refused) throws IOException {
        byte[] body = refused.body().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("x-amzn-errortype", refused.type());
        exchange.sendResponseHeaders(refused.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
