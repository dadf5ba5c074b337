package org.faasnetlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.LatencyHistogram;
import org.faasnetlab.measure.MetricValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {

    static Stream<FunctionRecord> records() {
        return Stream.of(
                new FunctionRecord.Ready("id", "log/é", true, 512, "amd64", "Java 21", 1_800_000_000_000_001L, "3.12"),
                new FunctionRecord.Ready("id", "", false, 0, "aarch64", "Java 25", 1, null),
                new FunctionRecord.Ready("id", "", false, 0, "arm64", "Java 25", 2, null, 1L),
                new FunctionRecord.Ready(
                        "id", "", true, 0, "arm64", "Java 25", 2, "3.16", 1L, Map.of("os.version", "6.1", "a", "\t\"")),
                new FunctionRecord.Started(-5),
                new FunctionRecord.Started(7, "iperf3 -c 10.0.0.4 --pidfile '/tmp/a b'"),
                new FunctionRecord.Measured(new Interval(1, 100_000, 9_000_000_000L, 3L)),
                new FunctionRecord.Measured(new Interval(-1, 1, 0, null)),
                new FunctionRecord.Measured(
                        new Interval(0, 1, 0, null, MetricValues.of(Map.of("rtt_us", 412.5, "lost", 3)))),
                new FunctionRecord.Heartbeat(),
                new FunctionRecord.Finished(1, 2, 3, 4, 5L, 1448, 7L, 8L, 1.25),
                new FunctionRecord.Finished(1, 2, 3, 4, null, null, null, null),
                new FunctionRecord.Finished(1, 2, 3, 4, null, null, null, null, null, MetricValues.of("rtt_us", 1e12)),
                new FunctionRecord.Finished(1, 2, 3, 4, null, null, null, null)
                        .withProbes(
                                MetricValues.of("probe_loss", 0.25),
                                new ProbeHistograms(
                                        LatencyHistogram.of(1_000_000),
                                        LatencyHistogram.of(90_000_000, 2_000_000),
                                        LatencyHistogram.EMPTY)),
                new FunctionRecord.Failed(FailureReason.HTTP_STATUS, "A \"sentence\"\nof two lines.", true));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aWrittenRecordIsOneLineAndCanBeRead(FunctionRecord functionRecord) throws Exception {
        String line = RecordJson.write(functionRecord);

        assertThat(line).doesNotContain("\n");
        assertThat(RecordJson.read(line)).isEqualTo(functionRecord);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"song\"}",
                "{\"type\":\"interval\",\"offsetUs\":0,\"durationUs\":0,\"bytes\":1}",
                "{\"type\":\"interval\",\"offsetUs\":0,\"durationUs\":1,\"bytes\":-1}",
                "{\"type\":\"started\",\"offsetUs\":1.5}",
                "{\"type\":\"interval\",\"offsetUs\":0,\"durationUs\":1,\"bytes\":1,\"metrics\":{\"Rtt-us\":1}}",
                "{\"type\":\"interval\",\"offsetUs\":0,\"durationUs\":1,\"bytes\":1,\"metrics\":{\"rtt_us\":\"1\"}}",
                "{\"type\":\"finished\",\"senderBytes\":1,\"receiverBytes\":1,\"offsetUs\":0,\"durationUs\":1,\"probes\":\"1:1\"}",
                "{\"type\":\"started\"}"
            })
    void invalidRecordsAreRejected(String line) {
        assertThatThrownBy(() -> RecordJson.read(line)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"interval","offsetUs":0,"durationUs":100000,"bytes":9223372036854775807}    | bytes must be 0 to
            {"type":"interval","offsetUs":1000000000000000,"durationUs":100000,"bytes":1}       | offsetUs must be -3600
            {"type":"interval","offsetUs":-200000,"durationUs":100000,"bytes":1}                | ends 100000 us before T0
            {"type":"interval","offsetUs":0,"durationUs":9223372036854775807,"bytes":1}         | durationUs must be 0 to
            {"type":"interval","offsetUs":0,"durationUs":1,"bytes":1,"retransmits":-1}          | retransmits must be
            {"type":"started","offsetUs":-9223372036854775808}                                  | offsetUs must be
            {"type":"finished","senderBytes":-1,"receiverBytes":1,"offsetUs":0,"durationUs":1}  | senderBytes must be
            {"type":"finished","senderBytes":1,"receiverBytes":-1,"offsetUs":0,"durationUs":1}  | receiverBytes must be
            {"type":"finished","senderBytes":1,"receiverBytes":1,"offsetUs":0,"durationUs":-1}  | durationUs must be
            {"type":"finished","senderBytes":1,"receiverBytes":1,"offsetUs":-5,"durationUs":1}  | ends 4 us before T0
            {"type":"finished","senderBytes":1,"receiverBytes":1,"offsetUs":0,"durationUs":1,"cpuUs":-1}         | cpuUs must be
            {"type":"finished","senderBytes":1,"receiverBytes":1,"offsetUs":0,"durationUs":1,"mss":-1}           | mss must be
            {"type":"finished","senderBytes":1,"receiverBytes":1,"offsetUs":0,"durationUs":1,"firstByteUs":-1}   | firstByteUs must be
            {"type":"finished","senderBytes":1,"receiverBytes":1,"offsetUs":0,"durationUs":1,"serverProcessors":-0.1} | serverProcessors must be
            {"type":"ready","sandboxId":"s","logStream":"","cold":true,"memoryMb":-1,"architecture":"a","runtime":"r","clockEpochUs":1} | memoryMb must be
            {"type":"ready","sandboxId":"s","logStream":"","cold":true,"memoryMb":1,"architecture":"a","runtime":"r","clockEpochUs":-1} | clockEpochUs must be
            """)
    void impossibleValuesAreRefused(String line, String message) {
        assertThatThrownBy(() -> RecordJson.read(line))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(message);
    }

    @Test
    void factsAboutTheSystemAreBounded() {
        assertThatThrownBy(() -> RecordJson.read(ready("\"cpu.model\":7")))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("field 'system' holds something that is not a string");
        assertThatThrownBy(() -> RecordJson.read(ready("\"cpu.model\":\"" + "x".repeat(257) + "\"")))
                .hasMessage("length of a value in system must be 0 to 256, not 257");
        assertThatThrownBy(() -> RecordJson.read(ready("\"" + "x".repeat(65) + "\":\"\"")))
                .hasMessage("length of a name in system must be 1 to 64, not 65");
        String many =
                IntStream.range(0, 33).mapToObj(i -> "\"a" + i + "\":\"\"").collect(Collectors.joining(","));
        assertThatThrownBy(() -> RecordJson.read(ready(many)))
                .hasMessage("number of facts in system must be 0 to 32, not 33");
    }

    private static String ready(String system) {
        return "{\"type\":\"ready\",\"sandboxId\":\"a\",\"logStream\":\"\",\"cold\":true,\"memoryMb\":1,"
                + "\"architecture\":\"a\",\"runtime\":\"j\",\"clockEpochUs\":1,\"system\":{" + system + "}}";
    }

    @Test
    void aProbeMayFinishBeforeT0() throws Exception {
        FunctionRecord probe = new FunctionRecord.Finished(0, 0, -30_000_000, 0, null, null, null, null);

        assertThat(RecordJson.read(RecordJson.write(probe))).isEqualTo(probe);
    }

    @ParameterizedTest
    @EnumSource(FailureReason.class)
    void everyReasonHasAName(FailureReason reason) {
        assertThat(reason.id()).matches("[a-z0-9-]+");
        assertThat(FailureReason.ofId(reason.id())).isEqualTo(reason);
    }

    @Test
    void aReasonOfANewerFunctionIsInternal() {
        assertThat(FailureReason.ofId("moon-phase")).isEqualTo(FailureReason.INTERNAL);
    }

    @Test
    void chunkBoundariesAreIrrelevantForLines() throws Exception {
        byte[] bytes = "{\"ä\":1}\n\n{\"b\":2}\n{\"c\"".getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            RecordLineSplitter lines = new RecordLineSplitter();
            List<String> read = new ArrayList<>();
            for (int from = 0; from < bytes.length; from += size) {
                lines.accept(ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from)), read::add);
            }
            assertThat(read).containsExactly("{\"ä\":1}", "{\"b\":2}");
            assertThat(lines.hasPartialLine()).isTrue();
        }
    }

    @Test
    void aLineWithoutEndIsRejected() {
        ByteBuffer endless = ByteBuffer.allocate(RecordLineSplitter.MAX_LINE_BYTES + 1);
        assertThatThrownBy(() -> new RecordLineSplitter().accept(endless, line -> {}))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void aDecimalMayHaveNoFraction() throws Exception {
        JsonFields fields = JsonFields.parse("{\"a\":0,\"b\":1.5,\"c\":\"1\"}");

        assertThat(fields.decimal("a")).isZero();
        assertThat(fields.decimal("b")).isEqualTo(1.5);
        assertThatThrownBy(() -> fields.decimal("c")).isInstanceOf(ProtocolException.class);
    }
}
