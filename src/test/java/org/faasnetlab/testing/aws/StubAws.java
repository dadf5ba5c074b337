package org.faasnetlab.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.testbed.aws.account.AwsAccount;

/**
 * An AWS that gives each operation the answer set for it. Operations are identified by the {@code Action} of the query
 * services (STS, EC2, CloudFormation, IAM), by {@code X-Amz-Target} without its prefix (Service Quotas, Price List,
 * SSM), or else by method and path, as in {@code GET /2016-08-19/account-settings/}.
 */
public final class StubAws implements AutoCloseable {

    private static final String EC2_VERSION = "2016-11-15";
    private static final Pattern FORM_ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");

    private final HttpServer server;
    private final Map<String, Function<Request, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private StubAws(HttpServer server) {
        this.server = server;
    }

    /**
     * A request.
     *
     * @param operation its name, see {@link StubAws}
     * @param fields fields of a query service's form; empty for other services
     * @param body the body as received
     */
    public record Request(String operation, Map<String, String> fields, String body) {}

    private record Answer(int status, String type, String errorType, String body) {}

    public static StubAws start() throws IOException {
        // Else each answer waits 40 ms for the client's acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        StubAws stub = new StubAws(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        stub.server.createContext("/", stub::handle);
        stub.server.start();
        return stub;
    }

    /** Sets the answer of an operation, XML or JSON. */
    public void answer(String operation, String body) {
        answer(operation, request -> body);
    }

    /** Sets an answer that depends on the request. */
    public void answer(String operation, Function<Request, String> body) {
        answers.put(operation, request -> {
            String text = body.apply(request);
            return new Answer(200, text.startsWith("<") ? "text/xml" : "application/x-amz-json-1.1", "", text);
        });
    }

    /** Makes the operation fail in the format of its service. */
    public void refuse(String operation, int status, String code, String message) {
        answers.put(operation, request -> refusal(request, status, code, message));
    }

    /** Makes every operation fail that has no answer of its own. */
    public void refuseOthers(int status, String code, String message) {
        refuse("*", status, code, message);
    }

    /** Answers every operation with a web page, as a captive portal does. */
    public void answerAllWithPage(int status) {
        answers.clear();
        answers.put("*", request -> new Answer(status, "text/html", "", "<html><body>Sign in to go on</body></html>"));
    }

    /** The requests so far, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The operations of the requests so far, in order. */
    public List<String> operations() {
        return requests.stream().map(Request::operation).toList();
    }

    /** An account of eu-central-1 whose profile {@code lab} leads here. */
    public AwsAccount account() {
        return account("aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = very-secret\n");
    }

    /**
     * An account with other credentials.
     *
     * @param profile lines of the profile except for the endpoint
     */
    public AwsAccount account(String profile) {
        return TestAccounts.at(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), profile);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            requests.add(request);
            Answer answer = answers.getOrDefault(
                            request.operation(),
                            answers.getOrDefault("*", any -> refusal(any, 501, "NotSet", "The test set no answer.")))
                    .apply(request);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (!answer.errorType().isEmpty()) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.errorType());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher action = FORM_ACTION.matcher(body);
        if (action.find()) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String field : body.split("&")) {
                String[] parts = field.split("=", 2);
                fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return new Request(action.group(1), fields, body);
        }
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation = target == null
                ? exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()
                : target.substring(target.indexOf('.') + 1);
        return new Request(operation, Map.of(), body);
    }

    private static Answer refusal(Request request, int status, String code, String message) {
        if (request.fields().isEmpty()) {
            return new Answer(
                    status,
                    "application/x-amz-json-1.1",
                    code,
                    "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}");
        }
        String error = "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
        boolean ec2 = EC2_VERSION.equals(request.fields().get("Version"));
        return new Answer(
                status,
                "text/xml",
                "",
                ec2
                        ? "<Response><Errors>" + error + "</Errors><RequestID>r-1</RequestID></Response>"
                        : "<ErrorResponse>" + error + "<RequestId>r-1</RequestId></ErrorResponse>");
    }
}
