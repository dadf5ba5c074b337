package org.faasnetlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.LatencyTask;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.protocol.task.S3PutTask;
import org.faasnetlab.testing.function.TaskTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestJsonTest {

    static Stream<Task> tasks() {
        return Stream.of(
                new ProbeTask(),
                new Iperf3Task("10.0.1.5", 5203, Direction.DOWNLOAD, 10, 4, 100, 1, "cubic"),
                new Iperf3Task("server", 65535, Direction.UPLOAD, 1, 1, 1000, 0, null),
                new Iperf3Task(
                        "10.0.1.5",
                        5203,
                        Direction.DOWNLOAD,
                        10,
                        4,
                        100,
                        1,
                        null,
                        204_800,
                        URI.create("https://b.s3.amazonaws.com/iperf3.zip?X-Amz-Signature=1%2B2"),
                        new Iperf3Task.Login("faasnetlab", "MIIBIjANBgkqhkiG9w0BAQ+/E==")),
                new Iperf3Task("127.0.0.1", 5201, Direction.UPLOAD, 10, 1, 100, 0, null, null, null, null, true, true),
                new S3GetTask(URI.create("https://b.s3.amazonaws.com/a%20b?X-Amz-Signature=1%2B2"), 1, 64, 1, 100),
                new S3PutTask(
                        List.of(URI.create("http://127.0.0.1:9000/b/k?partNumber=1"), URI.create("http://h/2")),
                        9_000_000_001L,
                        2,
                        8_000_000_000L,
                        250));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aWrittenRequestCanBeRead(Task task) throws Exception {
        FunctionRequest request = new FunctionRequest("run-1", 3, 199, 1_800_000_000_000L, 1_800_000_060_000L, task);

        assertThat(RequestJson.read(RequestJson.write(request), TaskTypes.all()))
                .isEqualTo(request);
    }

    @Test
    void aRequestCanHaveProbes() throws Exception {
        ProbeTarget probe = new ProbeTarget("2001:db8::7", 9123, "00112233445566778899aabbccddeeff", 20, 2000);
        FunctionRequest request = new FunctionRequest("run-1", 3, 199, 1, 2, true, new LatencyTask(10, 100), probe);

        assertThat(RequestJson.read(RequestJson.write(request), TaskTypes.all()))
                .isEqualTo(request);
        assertThat(request.toString()).doesNotContain("00112233");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"host\":\"h\",\"port\":0,\"key\":\"00112233445566778899aabbccddeeff\",\"intervalMs\":20,\"idleMs\":0}",
                "{\"host\":\"h\",\"port\":1,\"key\":\"0011\",\"intervalMs\":20,\"idleMs\":0}",
                "{\"host\":\"h\",\"port\":1,\"key\":\"00112233445566778899aabbccddeeff\",\"intervalMs\":1,\"idleMs\":0}",
                "{\"host\":\" \",\"port\":1,\"key\":\"00112233445566778899aabbccddeeff\",\"intervalMs\":20,\"idleMs\":0}",
                "{\"host\":\"h\",\"port\":1,\"key\":\"00112233445566778899aabbccddeeff\",\"intervalMs\":20,\"idleMs\":60001}"
            })
    void impossibleProbesAreRefused(String probe) {
        String event = """
                {"version":1,"run":"r","trial":0,"worker":0,"startAtEpochMs":1,"deadlineEpochMs":2,
                "task":{"type":"probe"},"probe":%s}""".formatted(probe);

        assertThatThrownBy(() -> RequestJson.read(event, TaskTypes.all())).isInstanceOf(ProtocolException.class);
    }

    @Test
    void fieldsOfANewerAppAreIgnored() throws Exception {
        FunctionRequest request = RequestJson.read("""
                {"version":1,"run":"r","trial":0,"worker":0,"startAtEpochMs":1,"deadlineEpochMs":2,
                 "colour":{"deep":[1,2.5,{"x":null}]},"task":{"type":"probe","new":true}}""", TaskTypes.all());

        assertThat(request).isEqualTo(new FunctionRequest("r", 0, 0, 1, 2, new ProbeTask()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "{\"version\":2}",
                "{\"version\":1}",
                "{\"version\":1,\"run\":\"r\",\"trial\":0,\"worker\":0,\"startAtEpochMs\":2,\"deadlineEpochMs\":2,"
                        + "\"task\":{\"type\":\"probe\"}}",
                "{\"version\":1,\"run\":\"r\",\"trial\":0,\"worker\":0,\"startAtEpochMs\":1,\"deadlineEpochMs\":2,"
                        + "\"task\":{\"type\":\"dance\"}}",
                "{\"version\":1,\"run\":7,\"trial\":0,\"worker\":0,\"startAtEpochMs\":1,\"deadlineEpochMs\":2,"
                        + "\"task\":{\"type\":\"probe\"}}",
                "{\"version\":1,\"run\":\"r\",\"trial\":99999999999,\"worker\":0,\"startAtEpochMs\":1,"
                        + "\"deadlineEpochMs\":2,\"task\":{\"type\":\"probe\"}}",
                "{\"version\":1,\"run\":\"r\",\"trial\":0,\"worker\":0,\"startAtEpochMs\":1,\"deadlineEpochMs\":2,"
                        + "\"task\":{\"type\":\"s3-get\",\"url\":\"http://h/a b\",\"bytes\":1,\"connections\":1,"
                        + "\"partBytes\":1,\"intervalMs\":100}}"
            })
    void invalidEventsAreRejected(String text) {
        assertThatThrownBy(() -> RequestJson.read(text, TaskTypes.all())).isInstanceOf(ProtocolException.class);
    }

    @Test
    void anInvalidUrlIsNotRepeatedInTheMessage() {
        assertThatThrownBy(() -> RequestJson.read("""
                {"version":1,"run":"r","trial":0,"worker":0,"startAtEpochMs":1,"deadlineEpochMs":2,
                 "task":{"type":"s3-get","url":"http://h/a b?X-Amz-Signature=secret","bytes":1,"connections":1,
                 "partBytes":1,"intervalMs":100}}""", TaskTypes.all()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void aLoginThatCouldBeMoreThanOneArgumentIsRejected() {
        assertThatThrownBy(() -> new Iperf3Task.Login("-R", "AAAA")).hasMessageContaining("user");
        assertThatThrownBy(() -> new Iperf3Task.Login("me", "AA\nAA")).hasMessageContaining("publicKey");
    }

    @Test
    void tasksOutOfRangeAreRejected() {
        assertThatThrownBy(() -> new Iperf3Task("h", 0, Direction.UPLOAD, 1, 1, 100, 0, null))
                .hasMessageContaining("port");
        assertThatThrownBy(() -> new Iperf3Task("h", 1, Direction.UPLOAD, 1, 129, 100, 0, null))
                .hasMessageContaining("streams");
        assertThatThrownBy(() -> new Iperf3Task("h", 1, Direction.UPLOAD, 1, 1, 100, 0, null, 4095, null, null))
                .hasMessageContaining("windowBytes");
        assertThatThrownBy(() -> new Iperf3Task("h", 1, Direction.UPLOAD, 1, 1, 99, 0, null))
                .hasMessageContaining("intervalMs");
        assertThatThrownBy(() -> new S3PutTask(List.of(URI.create("http://h/1")), 3, 1, 2, 100))
                .hasMessageContaining("2 parts");
    }
}
