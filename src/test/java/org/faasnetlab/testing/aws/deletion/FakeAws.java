package org.faasnetlab.testing.aws.deletion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testing.aws.AwsEndpointStub;

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

    private final AwsEndpointStub endpoint;
    private final FakeQueryServices query;
    private final FakeRestServices rest;
    private final List<String> actions = new ArrayList<>();
    private Faults faults = new Faults() {};

    public FakeAws(FakeAccount account) throws IOException {
        query = new FakeQueryServices(account);
        rest = new FakeRestServices(account);
        endpoint = new AwsEndpointStub(this::answer);
    }

    public AwsAccount account() {
        return endpoint.account();
    }

    public void failing(Faults with) {
        faults = with;
    }

    /** The IAM actions of all calls so far, in their order. */
    public List<String> actions() {
        return List.copyOf(actions);
    }

    private synchronized AwsEndpointStub.Answer answer(AwsEndpointStub.Request request) {
        FakeCall call = call(request);
        actions.add(call.action());
        try {
            faults.before(call, actions.size());
            String answer = isQuery(call.service()) ? query.answer(call) : rest.answer(call);
            return faults.losesAnswer(call, actions.size()) ? null : AwsEndpointStub.Answer.xml(answer);
        } catch (FakeRefusal refusal) {
            return AwsEndpointStub.Answer.refusal(request, refusal.status, refusal.code, refusal.getMessage());
        }
    }

    private static FakeCall call(AwsEndpointStub.Request request) {
        String service = request.service();
        String path = request.uri().getRawPath();
        String body = new String(request.body(), StandardCharsets.UTF_8);
        String query = request.uri().getRawQuery();
        Map<String, String> parameters = FakeCall.form(isQuery(service) ? body : query == null ? "" : query);
        String action = switch (service) {
            case "lambda", "s3" -> FakeRestServices.action(service, request.method(), path, parameters);
            case "logs" -> request.action().replaceFirst(".*\\.", "logs:");
            default -> service + ":" + parameters.get("Action");
        };
        return new FakeCall(service, action, request.method(), path, parameters, body);
    }

    private static boolean isQuery(String service) {
        return List.of("cloudformation", "ec2", "iam").contains(service);
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
