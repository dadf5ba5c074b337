package org.faasnetlab.invoke;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.faasnetlab.invoke.eventstream.EventStreamDecoder;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.testing.fuzz.FuzzTarget;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Responses of the Lambda API, and the configuration of AWS, which other tools write, too. */
public final class InvokeFuzzTargets {
    private InvokeFuzzTargets() {}

    public static List<FuzzTarget> all() {
        byte[] stream = frames(
                Map.of(
                        ":message-type",
                        HeaderValue.fromString("event"),
                        ":event-type",
                        HeaderValue.fromString("PayloadChunk"),
                        "number",
                        HeaderValue.fromInteger(7)),
                Map.of(
                        ":message-type",
                        HeaderValue.fromString("event"),
                        ":event-type",
                        HeaderValue.fromString("InvokeComplete")));
        List<String> errors = List.of(
                "{\"ErrorCode\":\"Unhandled\",\"ErrorDetails\":\"{\\\"errorMessage\\\":\\\"x\\\"}\",\"LogResult\":\"\"}",
                "{\"errorMessage\":\"m\",\"errorType\":\"Runtime.ExitError\"}",
                "{\"message\":\"Rate Exceeded.\",\"Reason\":\"ConcurrentInvocationLimitExceeded\"}",
                "<html><body>proxy</body></html>");
        List<String> files = List.of(
                "[default]\nregion = us-east-1\noutput=json\n\n[profile work]\nsso_session = s\nsso_account_id = 1\n"
                        + "sso_role_name = r\n\n[sso-session s]\nsso_region = us-east-1\nsso_start_url = https://x\n",
                "# comment\n[profile role]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = default\nmfa_serial = m\n"
                        + "s3 =\n  max_concurrent_requests = 20\n[profile tool]\ncredential_process = tool --x\n");
        return List.of(
                FuzzTarget.ofText(
                                "AWS configuration",
                                files,
                                Set.of(IllegalArgumentException.class),
                                text -> AwsConfigFiles.parse(text, ProfileFile.Type.CONFIGURATION)
                                        .profiles())
                        .covers(AwsConfigFiles.class),
                FuzzTarget.ofText(
                                "AWS configuration that the SDK reads by itself",
                                files,
                                Set.of(),
                                text -> SdkFileCopies.replacement(text, ProfileFile.Type.CONFIGURATION))
                        .covers(SdkFileCopies.class),
                new FuzzTarget(
                        "event stream frames",
                        List.of(stream),
                        Set.of(ProtocolException.class),
                        1,
                        input -> new EventStreamDecoder().accept(ByteBuffer.wrap(input), InvokeFuzzTargets::touch)),
                FuzzTarget.ofText("errors of the Lambda API", errors, Set.of(ProtocolException.class), text -> {
                            byte[] body = text.getBytes(StandardCharsets.UTF_8);
                            ServiceErrorParser.ofFunctionError("Unhandled", body);
                            ServiceErrorParser.ofException("ServiceException", body);
                            ServiceErrorParser.ofRefusal(429, "TooManyRequestsException", body);
                            ServiceErrorParser.ofInvokeComplete(body);
                        })
                        .covers(ServiceErrorParser.class));
    }

    private static void touch(Message message) {
        message.getHeaders().values().forEach(value -> Objects.requireNonNull(value.toString()));
        Objects.requireNonNull(message.getPayload());
    }

    @SafeVarargs
    private static byte[] frames(Map<String, HeaderValue>... headers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Map<String, HeaderValue> each : headers) {
            new Message(each, "{\"type\":\"started\",\"offsetUs\":1}\n".getBytes(StandardCharsets.UTF_8)).encode(out);
        }
        return out.toByteArray();
    }
}
