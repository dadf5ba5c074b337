package org.faasnetlab.testbed.local.lambda;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Signatures of requests to the Lambda service of this computer: line 1 the header, then time, path and query. */
public final class LambdaFuzzTargets {
    private LambdaFuzzTargets() {}

    public static List<FuzzTarget> all() {
        SignatureVerifier verifier = new SignatureVerifier(
                new CredentialsSource.AccessKeys("AKIDEXAMPLE", "secret"),
                "us-east-1",
                Clock.fixed(Instant.parse("2026-11-30T09:00:00Z"), ZoneOffset.UTC));
        String request = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261130/us-east-1/lambda/aws4_request, "
                + "SignedHeaders=host;x-amz-date, Signature=" + "0a".repeat(32)
                + "\n20261130T090000Z\n/2021-11-15/functions/f%20g/response-streaming-invocations\na=b&c=%41";
        FuzzTarget bodies = FuzzTarget.ofText(
                        "bodies of invocations and of errors",
                        List.of(
                                "{\"version\":1,\"task\":{\"type\":\"iperf3\",\"port\":5201}}",
                                "[1.5e3,null,\"\\u00e9\"]"),
                        Set.of(),
                        text -> JsonText.isValue(text.getBytes(StandardCharsets.UTF_8)))
                .covers(JsonText.class, LambdaApi.class, RuntimeApiServer.class);
        return List.of(
                bodies,
                FuzzTarget.ofText(
                        "signatures of requests", List.of(request), Set.of(LambdaApiException.class), text -> {
                            String[] lines = (text + "\n\n\n\n").split("\n", -1);
                            Headers headers = new Headers();
                            URI uri;
                            try {
                                headers.add("Authorization", lines[0].replace("\r", ""));
                                headers.add("X-Amz-Date", lines[1].replace("\r", ""));
                                headers.add("Host", "127.0.0.1");
                                uri = URI.create("http://127.0.0.1" + lines[2] + "?" + lines[3]);
                            } catch (IllegalArgumentException refusedByTheServer) {
                                return;
                            }
                            verifier.requireAccessKey(headers);
                            verifier.check("POST", uri, headers, new byte[0]);
                        }));
    }
}
