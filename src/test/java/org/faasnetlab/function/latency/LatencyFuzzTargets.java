package org.faasnetlab.function.latency;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Datagrams that anybody can send to an echo server, and to a function that probes. */
public final class LatencyFuzzTargets {
    private LatencyFuzzTargets() {}

    public static List<FuzzTarget> all() {
        ProbeDatagram format = new ProbeDatagram("0123456789abcdef".repeat(4));
        return List.of(new FuzzTarget(
                        "datagrams of latency probes",
                        List.of(
                                datagram(format, new ProbeDatagram.Content(false, 7, 0, 0)),
                                datagram(format, new ProbeDatagram.Content(true, Long.MIN_VALUE, 3, Long.MAX_VALUE))),
                        Set.of(),
                        1,
                        input -> format.read(ByteBuffer.wrap(input)))
                .covers(EchoServer.class, ProbeSession.class));
    }

    private static byte[] datagram(ProbeDatagram format, ProbeDatagram.Content content) {
        ByteBuffer buffer = ByteBuffer.allocate(ProbeDatagram.BYTES);
        format.write(content, buffer);
        return buffer.array();
    }
}
