package org.faasnetlab.testing.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;
import org.faasnetlab.testing.aws.AwsEndpointStub.Answer;
import org.faasnetlab.testing.aws.AwsEndpointStub.Request;
import org.faasnetlab.testing.invoke.StubLambda;

/**
 * moto with additions for its limits: it has no wait conditions, fails in an update in which a condition becomes true
 * and for which it shall keep the template, has no account settings of Lambda, and no streamed invocations. So stacks
 * are created here from the template without its functions and updated with the whole one, and functions report that
 * they are ready. Denials of moto are converted to the format of the service.
 */
public final class MotoServices implements AwsEndpointStub.Services {

    private static final FunctionRecord READY = new FunctionRecord.Ready(
            "sandbox-1", "2026/11/23/[1]sandbox-1", true, 1769, "amd64", "Java 21", 1_790_000_000_000_000L, null);

    private static final String ACCOUNT_SETTINGS = "{\"AccountLimit\":{\"ConcurrentExecutions\":1000,"
            + "\"UnreservedConcurrentExecutions\":1000,\"TotalCodeSize\":80530636800},\"AccountUsage\":{}}";

    private static final Pattern LEASE_END =
            Pattern.compile("faasnetlab:lease-end</key>.*?<value>(\\d+)</value>", Pattern.DOTALL);

    private static final Pattern MESSAGE = Pattern.compile("<Message>(.*?)</Message>");

    private final RequestForwarder moto;

    public MotoServices(URI moto) {
        this(moto, Optional.empty());
    }

    /** @param signer for a moto that verifies signatures and permissions */
    public MotoServices(URI moto, Optional<RequestResigner> signer) {
        this.moto = new RequestForwarder(moto, signer);
    }

    @Override
    public Answer answer(Request request) throws IOException, InterruptedException {
        if (request.uri().getPath().endsWith("/response-streaming-invocations")) {
            return stream();
        }
        return switch (request.action()) {
            case "CreateStack" ->
                passOn(request, RequestForwarder.withTemplate(request.form(), withoutFunctions(template())));
            case "UpdateStack" -> passOn(request, RequestForwarder.withTemplate(request.form(), template()));
            case "GetConsoleOutput" -> console(request);
            default -> passOn(request, request.body());
        };
    }

    /** Of a server that has read the extended end of its lease, a tag. */
    private Answer console(Request request) throws IOException, InterruptedException {
        String instance = request.form().get("InstanceId");
        Answer tags = passOn(
                request,
                ("Action=DescribeTags&Version=2016-11-15&Filter.1.Name=resource-id&Filter.1.Value.1=" + instance)
                        .getBytes(StandardCharsets.UTF_8));
        Matcher end = LEASE_END.matcher(new String(tags.body(), StandardCharsets.UTF_8));
        String text =
                "Amazon Linux 2023\n" + (end.find() ? "faasnetlab: the lease ends at " + end.group(1) + "\n" : "");
        return new Answer(
                200,
                "text/xml",
                ("<GetConsoleOutputResponse><instanceId>" + instance + "</instanceId><output>"
                                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                                + "</output></GetConsoleOutputResponse>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Answer stream() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(StubLambda.payload(RecordJson.write(READY) + "\n"));
        body.writeBytes(StubLambda.invokeComplete("{}"));
        return new Answer(200, "application/vnd.amazon.eventstream", body.toByteArray());
    }

    private Answer passOn(Request request, byte[] body) throws IOException, InterruptedException {
        Answer answer = moto.send(request, body);
        if (answer.status() == 404 && request.uri().getPath().startsWith("/2016-08-19/account-settings")) {
            return new Answer(200, "application/json", ACCOUNT_SETTINGS.getBytes(StandardCharsets.UTF_8));
        }
        if (answer.status() == 403 && !request.service().equals("s3")) {
            return refusal(request, new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    /** moto denies in one format for all services but S3, which is the format of none of them. */
    private static Answer refusal(Request request, String body) {
        Matcher message = MESSAGE.matcher(body);
        return Answer.refusal(request, 403, "AccessDenied", message.find() ? message.group(1) : body);
    }

    /** The testbed's template, without attributes that moto does not know. */
    public static String template() {
        return new TestbedTemplate()
                .text()
                .replace("!GetAtt ServersReady.Data", "unknown")
                .replace("!GetAtt OutsideServersReady.Data", "unknown");
    }

    /** A template of which moto can create the functions only when their code is in the bucket: without them. */
    public static String withoutFunctions(String template) {
        int functions = template.indexOf("  FunctionLog:\n");
        return template.substring(0, functions) + template.substring(template.indexOf("Outputs:\n", functions));
    }
}
