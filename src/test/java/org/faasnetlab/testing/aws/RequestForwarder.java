package org.faasnetlab.testing.aws;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.faasnetlab.testing.aws.AwsEndpointStub.Answer;
import org.faasnetlab.testing.aws.AwsEndpointStub.Request;

/** Sends requests on to an emulator of AWS, and returns its responses. */
final class RequestForwarder {
    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "content-length", "connection", "expect", "transfer-encoding", "upgrade", "http2-settings");

    private final URI emulator;
    private final Optional<RequestResigner> signer;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param signer for an emulator that verifies signatures */
    RequestForwarder(URI emulator, Optional<RequestResigner> signer) {
        this.emulator = emulator;
        this.signer = signer;
    }

    /** The body of a request for a stack, with this template in place of the previous one, which emulators do not keep. */
    static byte[] withTemplate(Map<String, String> form, String template) {
        Map<String, String> other = new TreeMap<>(form);
        other.remove("UsePreviousTemplate");
        other.put("TemplateBody", template);
        return other.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    Answer send(Request request, byte[] body) throws IOException, InterruptedException {
        URI target = emulator.resolve(request.uri());
        HttpRequest.Builder onward = HttpRequest.newBuilder(target);
        request.headers().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> onward.header(name, value));
            }
        });
        signer.ifPresent(keys -> keys.headers(request, target, body).forEach(onward::setHeader));
        onward.method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        HttpResponse<byte[]> answer = http.send(onward.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("content-type").orElse("text/xml"),
                answer.headers().firstValue("etag").orElse(""),
                answer.body());
    }
}
