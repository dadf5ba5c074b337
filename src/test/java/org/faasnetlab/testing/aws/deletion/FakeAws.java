package org.faasnetlab.testing.aws.deletion;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testing.aws.TestAccounts;

/** AWS with a {@link FakeAccount} behind the six services, with faults that a test injects. */
public final class FakeAws implements AutoCloseable {

    /** Faults of calls. */
    public interface Faults {
        /** May throw before the call is executed. */
        default void before(FakeCall call, int number) {}

        /** Whether the response to an executed call is lost. */
        default boolean losesAnswer(FakeCall call, int number) {
            return false;
        }
    }

    private static final Pattern SERVICE = Pattern.compile("Credential=[^/]+/[^/]+/[^/]+/([a-z0-9]+)/");

    private final HttpServer server;
    private final FakeQueryServices query;
    private final FakeRestServices rest;
    private final List<String> actions = new ArrayList<>();
    private Faults faults = new Faults() {};

    public FakeAws(FakeAccount account) throws IOException {
        query = new FakeQueryServices(account);
        rest = new FakeRestServices(account);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public AwsAccount account() {
        return TestAccounts.at(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    public void failing(Faults with) {
        faults = with;
    }

    /** The IAM actions of all calls so far, in their order. */
    public List<String> actions() {
        return List.copyOf(actions);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            FakeCall call = call(exchange);
            actions.add(call.action());
            int status = 200;
            String answer;
            try {
                faults.before(call, actions.size());
                answer = isQuery(call.service()) ? query.answer(call) : rest.answer(call);
                if (faults.losesAnswer(call, actions.size())) {
                    return;
                }
            } catch (FakeRefusal refusal) {
                status = refusal.status;
                answer = error(call.service(), refusal, exchange);
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static FakeCall call(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher service = SERVICE.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!service.find()) {
            throw new IOException("not signed");
        }
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String text = exchange.getRequestURI().getRawQuery();
        Map<String, String> parameters = FakeCall.form(isQuery(service.group(1)) ? body : text == null ? "" : text);
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath();
        String action = switch (service.group(1)) {
            case "lambda", "s3" -> FakeRestServices.action(service.group(1), method, path, parameters);
            case "logs" -> target.replaceFirst(".*\\.", "logs:");
            default -> service.group(1) + ":" + parameters.get("Action");
        };
        return new FakeCall(service.group(1), action, method, path, parameters, body);
    }

    private static boolean isQuery(String service) {
        return List.of("cloudformation", "ec2", "iam").contains(service);
    }

    private static String error(String service, FakeRefusal refusal, HttpExchange exchange) {
        String error = "<Code>" + refusal.code + "</Code><Message>" + refusal.getMessage() + "</Message>";
        return switch (service) {
            case "lambda", "logs" -> {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal.code);
                yield "{\"message\":\"" + refusal.getMessage() + "\"}";
            }
            case "ec2" -> "<Response><Errors><Error>" + error + "</Error></Errors></Response>";
            case "s3" -> "<Error>" + error + "</Error>";
            default -> "<ErrorResponse><Error>" + error + "</Error></ErrorResponse>";
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
