package org.faasnetlab.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server on loopback for all AWS services; the test chooses who answers. */
public final class AwsEndpointStub implements AutoCloseable {

    /**
     * @param service name of the service in the signature, for example {@code s3}
     * @param action API name of the request if the request contains it, otherwise method and path
     * @param form fields of a form with an {@code Action}; empty for other services
     */
    public record Request(
            String service,
            String action,
            String method,
            URI uri,
            Map<String, List<String>> headers,
            Map<String, String> form,
            byte[] body) {}

    /** @param etag of an S3 object; empty for none */
    public record Answer(int status, String contentType, String etag, byte[] body) {

        public Answer(int status, String contentType, byte[] body) {
            this(status, contentType, "", body);
        }

        public static Answer xml(String text) {
            return new Answer(200, "text/xml", text.getBytes(StandardCharsets.UTF_8));
        }

        /** An error in the format of the service. */
        public static Answer refusal(Request request, int status, String code, String message) {
            String text = switch (request.service()) {
                case "s3" -> "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
                case "ec2" ->
                    "<Response><Errors><Error><Code>" + code + "</Code><Message>" + message
                            + "</Message></Error></Errors><RequestID>r-1</RequestID></Response>";
                case "lambda", "logs", "ssm", "servicequotas", "pricing" ->
                    "{\"__type\":\"" + code + "\",\"message\":\"" + message + "\"}";
                default ->
                    "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                            + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>";
            };
            return new Answer(status, "text/xml", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    public interface Services {
        /** Returns the answer; null closes the connection without one. */
        Answer answer(Request request) throws IOException, InterruptedException;

        /**
         * Writes an answer in pieces.
         *
         * @return whether it has answered; otherwise {@link #answer} is called
         */
        default boolean stream(Request request, HttpExchange exchange) throws IOException, InterruptedException {
            return false;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(AwsEndpointStub.class);
    private static final Pattern FORM = Pattern.compile("(?:^|&)Action=[A-Za-z]+");
    private static final Pattern SERVICE = Pattern.compile("Credential=[^/]+/[^/]+/[^/]+/([^/]+)/");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Services services;

    public AwsEndpointStub(Services services) throws IOException {
        // Otherwise each answer waits 40 ms for the client's acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.services = services;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public void services(Services other) {
        services = other;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public AwsAccount account() {
        return TestAccounts.at(uri());
    }

    public ServiceEndpoint lambda() {
        return new ServiceEndpoint(uri(), "eu-central-1", new CredentialsSource.AccessKeys("test", "test"));
    }

    /** The requests so far, in order. */
    public List<Request> requests() {
        return requests;
    }

    public List<String> actions() {
        return requests.stream().map(Request::action).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = read(exchange);
            requests.add(request);
            if (services.stream(request, exchange)) {
                return;
            }
            Answer answer = services.answer(request);
            if (answer == null) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            if (!answer.etag().isEmpty()) {
                exchange.getResponseHeaders().set("ETag", answer.etag());
            }
            if (request.method().equals("HEAD")) {
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        } catch (RuntimeException notAnswered) {
            LOG.error("A request was not answered", notAnswered); // the server itself logs nothing
            throw notAnswered;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Matcher service = SERVICE.matcher(authorization == null ? "" : authorization);
        String name = service.find() ? service.group(1) : "none";
        Map<String, String> form = hasAction(exchange, body) ? form(body) : Map.of();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String action = form.containsKey("Action")
                ? form.get("Action")
                : target != null
                        ? target
                        : exchange.getRequestMethod() + " "
                                + exchange.getRequestURI().getPath();
        return new Request(
                name,
                action,
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                Map.copyOf(exchange.getRequestHeaders()),
                form,
                body);
    }

    /** Not asked of the many megabytes of an object or of a function's code. */
    private static boolean hasAction(HttpExchange exchange, byte[] body) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null
                && type.startsWith("application/x-www-form-urlencoded")
                && FORM.matcher(new String(body, StandardCharsets.UTF_8)).find();
    }

    private static Map<String, String> form(byte[] body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            String[] sides = pair.split("=", 2);
            form.put(sides[0], sides.length < 2 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
