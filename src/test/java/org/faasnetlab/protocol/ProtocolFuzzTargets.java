package org.faasnetlab.protocol;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.testing.function.FunctionRequests;
import org.faasnetlab.testing.function.TaskTypes;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Records of functions, as the application reads them, and events, as functions read them. */
public final class ProtocolFuzzTargets {
    private static final List<String> RECORDS = List.of(
            "{\"type\":\"ready\",\"sandboxId\":\"s\",\"logStream\":\"l\",\"cold\":true,\"memoryMb\":1769,"
                    + "\"architecture\":\"x86_64\",\"runtime\":\"java17\",\"clockEpochUs\":1700000000000000,"
                    + "\"iperf3Version\":\"3.12\"}",
            "{\"type\":\"started\",\"offsetUs\":1200}",
            "{\"type\":\"interval\",\"offsetUs\":0,\"durationUs\":100000,\"bytes\":7812500,\"retransmits\":3,"
                    + "\"metrics\":{\"rtt_us\":12.5}}",
            "{\"type\":\"heartbeat\",\"offsetUs\":5000000}",
            "{\"type\":\"finished\",\"senderBytes\":100,\"receiverBytes\":99,\"offsetUs\":0,\"durationUs\":1000000,"
                    + "\"retransmits\":0,\"mss\":1448,\"firstByteUs\":200,\"cpuUs\":3000,\"serverProcessors\":0.5}",
            "{\"type\":\"failed\",\"reason\":\"connect-failed\",\"message\":\"refused\",\"retriable\":true}");

    private ProtocolFuzzTargets() {}

    public static List<FuzzTarget> all() {
        List<String> events = List.of(
                RequestJson.write(
                        FunctionRequests.of(new Iperf3Task("127.0.0.1", 5201, Direction.UPLOAD, 10, 4, 100, 0, null))),
                RequestJson.write(
                        FunctionRequests.of(new S3GetTask(URI.create("http://127.0.0.1/b/k"), 9, 1, 9, 100))));
        return List.of(
                FuzzTarget.ofText("records of functions", RECORDS, Set.of(ProtocolException.class), RecordJson::read)
                        .covers(JsonFields.class),
                new FuzzTarget(
                        "stream of records",
                        List.of(String.join("\n", RECORDS).getBytes(StandardCharsets.UTF_8)),
                        Set.of(ProtocolException.class),
                        1,
                        ProtocolFuzzTargets::readStream),
                FuzzTarget.ofText(
                        "events of functions",
                        events,
                        Set.of(ProtocolException.class),
                        event -> RequestJson.read(event, TaskTypes.all())));
    }

    private static void readStream(byte[] bytes) throws ProtocolException {
        List<String> lines = new ArrayList<>();
        new RecordLineSplitter().accept(ByteBuffer.wrap(bytes), lines::add);
        for (String line : lines) {
            RecordJson.read(line);
        }
    }
}
