package org.faasnetlab.function.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Responses of the Runtime API and of S3, as a function reads them. */
public final class HttpFuzzTargets {
    private HttpFuzzTargets() {}

    public static List<FuzzTarget> all() {
        List<byte[]> responses = Stream.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello",
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nTrailer: x\r\n\r\n",
                        "HTTP/1.1 403 Forbidden\r\nContent-Length: 60\r\n\r\n"
                                + "<Error><Code>AccessDenied</Code><Message>no</Message></Error>")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        return List.of(
                new FuzzTarget("HTTP response in a function", responses, Set.of(IOException.class), 1, input -> {
                            HttpResponse response = HttpResponse.read(new ByteArrayInputStream(input));
                            response.lastOnConnection();
                            response.body().readAllBytes();
                        })
                        .covers(BodyInput.class, ChunkedInput.class, FixedLengthInput.class, HttpLineReader.class),
                new FuzzTarget(
                                "S3 error in a function",
                                responses,
                                Set.of(IOException.class),
                                1,
                                input -> S3ErrorResponse.of(HttpResponse.read(new ByteArrayInputStream(input))))
                        .covers(S3ErrorResponse.class));
    }
}
