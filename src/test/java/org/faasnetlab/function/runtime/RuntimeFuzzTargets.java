package org.faasnetlab.function.runtime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.faasnetlab.function.http.HttpResponse;
import org.faasnetlab.protocol.StartTime;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Responses of the Runtime API. */
public final class RuntimeFuzzTargets {
    private RuntimeFuzzTargets() {}

    public static List<FuzzTarget> all() {
        String event = "HTTP/1.1 200 OK\r\nContent-Length: 13\r\nLambda-Runtime-Aws-Request-Id: 8476a536\r\n"
                + "Lambda-Runtime-Deadline-Ms: 1796084490483\r\n\r\n{\"version\":1}";
        String start = new StartTime(1_796_084_490_483L, 1_796_084_500_483L).toJson();
        String begun = "HTTP/1.1 200 OK\r\nContent-Length: " + start.length() + "\r\n\r\n" + start;
        return List.of(
                new FuzzTarget(
                                "events of the Runtime API",
                                List.of(bytes(event)),
                                Set.of(IOException.class),
                                1,
                                input -> RuntimeApiClient.event(response(input)))
                        .covers(RuntimeApiClient.class),
                new FuzzTarget(
                        "start times of the Runtime API",
                        List.of(bytes(begun), bytes("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n")),
                        Set.of(IOException.class),
                        1,
                        input -> RuntimeApiClient.startTime(response(input))));
    }

    private static HttpResponse response(byte[] input) throws IOException {
        return HttpResponse.read(new ByteArrayInputStream(input));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
