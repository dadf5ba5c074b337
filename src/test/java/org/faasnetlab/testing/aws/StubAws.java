package org.faasnetlab.testing.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.faasnetlab.testbed.aws.account.AwsAccount;

/**
 * An AWS that gives each operation the answer set for it. Operations are identified by the {@code Action} of the query
 * services (STS, EC2, CloudFormation, IAM), by {@code X-Amz-Target} without its prefix (Service Quotas, Price List,
 * SSM), or else by method and path, as in {@code GET /2016-08-19/account-settings/}.
 */
public final class StubAws implements AutoCloseable {

    private final Map<String, Function<AwsEndpointStub.Request, AwsEndpointStub.Answer>> answers =
            new ConcurrentHashMap<>();
    private final AwsEndpointStub endpoint;

    private StubAws() throws IOException {
        endpoint = new AwsEndpointStub(request -> answers.getOrDefault(
                        operation(request),
                        answers.getOrDefault(
                                "*",
                                any -> AwsEndpointStub.Answer.refusal(any, 501, "NotSet", "The test set no answer.")))
                .apply(request));
    }

    /**
     * A request.
     *
     * @param operation its name, see {@link StubAws}
     * @param fields fields of a query service's form; empty for other services
     * @param body the body as received
     */
    public record Request(String operation, Map<String, String> fields, String body) {}

    public static StubAws start() throws IOException {
        return new StubAws();
    }

    /** Sets the answer of an operation, XML or JSON. */
    public void answer(String operation, String body) {
        answer(operation, request -> body);
    }

    /** Sets an answer that depends on the request. */
    public void answer(String operation, Function<Request, String> body) {
        answers.put(operation, request -> {
            String text = body.apply(request(request));
            return answer(200, text.startsWith("<") ? "text/xml" : "application/x-amz-json-1.1", text);
        });
    }

    /** Makes the operation fail in the format of its service. */
    public void refuse(String operation, int status, String code, String message) {
        answers.put(operation, request -> AwsEndpointStub.Answer.refusal(request, status, code, message));
    }

    /** Makes every operation fail that has no answer of its own. */
    public void refuseOthers(int status, String code, String message) {
        refuse("*", status, code, message);
    }

    /** Answers every operation with a web page, as a captive portal does. */
    public void answerAllWithPage(int status) {
        answers.clear();
        answers.put("*", request -> answer(status, "text/html", "<html><body>Sign in to continue</body></html>"));
    }

    /** The requests so far, in order. */
    public List<Request> requests() {
        return endpoint.requests().stream().map(StubAws::request).toList();
    }

    /** The operations of the requests so far, in order. */
    public List<String> operations() {
        return endpoint.requests().stream().map(StubAws::operation).toList();
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
        return TestAccounts.at(endpoint.uri(), profile);
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private static AwsEndpointStub.Answer answer(int status, String type, String text) {
        return new AwsEndpointStub.Answer(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Request request(AwsEndpointStub.Request request) {
        return new Request(operation(request), request.form(), new String(request.body(), StandardCharsets.UTF_8));
    }

    private static String operation(AwsEndpointStub.Request request) {
        return request.headers().containsKey("X-amz-target")
                ? request.action().substring(request.action().indexOf('.') + 1)
                : request.action();
    }
}
