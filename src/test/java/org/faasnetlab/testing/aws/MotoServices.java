package org.faasnetlab.testing.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "content-length", "connection", "expect", "transfer-encoding", "upgrade", "http2-settings");

    private static final FunctionRecord READY = new FunctionRecord.Ready(
            "sandbox-1", "2026/11/23/[1]sandbox-1", true, 1769, "amd64", "Java 21", 1_790_000_000_000_000L, null);

    private static final String ACCOUNT_SETTINGS = "{\"AccountLimit\":{\"ConcurrentExecutions\":1000,"
            + "\"UnreservedConcurrentExecutions\":1000,\"TotalCodeSize\":80530636800},\"AccountUsage\":{}}";

    private static final Pattern MESSAGE = Pattern.compile("<Message>(.*?)</Message>");

    private final URI moto;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Optional<RequestResigner> signer;

    public MotoServices(URI moto) {
        this(moto, Optional.empty());
    }

    /** @param signer for a moto that verifies signatures and permissions */
    public MotoServices(URI moto, Optional<RequestResigner> signer) {
        this.moto = moto;
        this.signer = signer;
    }

    @Override
    public Answer answer(Request request) throws IOException, InterruptedException {
        if (request.uri().getPath().endsWith("/response-streaming-invocations")) {
            return stream();
        }
        return switch (request.action()) {
            case "CreateStack" -> passOn(request, withTemplate(request.form(), withoutFunctions(template())));
            case "UpdateStack" -> passOn(request, withTemplate(request.form(), template()));
            default -> passOn(request, request.body());
        };
    }

    private Answer stream() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(StubLambda.payload(RecordJson.write(READY) + "\n"));
        body.writeBytes(StubLambda.invokeComplete("{}"));
        return new Answer(200, "application/vnd.amazon.eventstream", body.toByteArray());
    }

    private Answer passOn(Request request, byte[] body) throws IOException, InterruptedException {
        URI target = moto.resolve(request.uri());
        HttpRequest.Builder onward = HttpRequest.newBuilder(target);
        request.headers().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> onward.header(name, value));
            }
        });
        signer.ifPresent(keys -> keys.headers(request, target, body).forEach(onward::setHeader));
        onward.method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        HttpResponse<byte[]> answer = http.send(onward.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == 404 && target.getPath().startsWith("/2016-08-19/account-settings")) {
            return new Answer(200, "application/json", ACCOUNT_SETTINGS.getBytes(StandardCharsets.UTF_8));
        }
        if (answer.statusCode() == 403 && !request.service().equals("s3")) {
            return refusal(request, new String(answer.body(), StandardCharsets.UTF_8));
        }
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("content-type").orElse("text/xml"),
                answer.headers().firstValue("etag").orElse(""),
                answer.body());
    }

    /** moto denies in one format for all services but S3, which is the format of none of them. */
    private static Answer refusal(Request request, String body) {
        Matcher message = MESSAGE.matcher(body);
        return Answer.refusal(request, 403, "AccessDenied", message.find() ? message.group(1) : body);
    }

    private static byte[] withTemplate(Map<String, String> form, String template) {
        Map<String, String> other = new TreeMap<>(form);
        other.remove("UsePreviousTemplate");
        other.put("TemplateBody", template);
        return other.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
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
