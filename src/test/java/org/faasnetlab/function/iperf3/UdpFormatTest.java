package org.faasnetlab.function.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.task.UdpTask;
import org.junit.jupiter.api.Test;

/** Lines as iperf3 3.12 printed them, and events of 3.17 reduced to the fields that are read. */
class UdpFormatTest {
    private static List<Iperf3Event> read(Iperf3OutputFormat format, String... lines) {
        List<Iperf3Event> events = new ArrayList<>();
        for (String line : lines) {
            events.addAll(format.read(line));
        }
        return events;
    }

    private static MetricValues received(double datagrams, double lost, double loss, double jitterMicros) {
        return MetricValues.of(
                Map.of("udp_datagrams", datagrams, "udp_lost", lost, "udp_loss", loss, "udp_jitter_us", jitterMicros));
    }

    private static List<MetricValues> ofIntervals(List<Iperf3Event> events) {
        return events.stream()
                .filter(Iperf3Event.Stretch.class::isInstance)
                .map(event -> ((Iperf3Event.Stretch) event).metrics())
                .toList();
    }

    private static Iperf3Event.Total total(List<Iperf3Event> events, boolean sender) {
        return events.stream()
                .filter(Iperf3Event.Total.class::isInstance)
                .map(Iperf3Event.Total.class::cast)
                .filter(total -> total.sender() == sender)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReceiverCountsWhatIsLostInEachInterval() {
        List<Iperf3Event> events = read(
                new UdpTextFormat(200),
                "[ ID] Interval           Transfer     Bitrate         Jitter    Lost/Total Datagrams",
                "[  5]   0.00-0.20   sec   479 KBytes  19624 Kbits/sec  0.018 ms  3/342 (0.88%)  ",
                "[  5]   0.20-0.40   sec   498 KBytes  20393 Kbits/sec  0.009 ms  -1/352 (0%)  ",
                "[  5]   0.00-1.00   sec  2.38 MBytes  20000 Kbits/sec  0.000 ms  0/1727 (0%)  sender",
                "[  5]   0.00-1.00   sec  2.38 MBytes  20004 Kbits/sec  0.014 ms  2/1727 (0.12%)  receiver",
                "[SUM]  0.0-1.0 sec  5 datagrams received out-of-order");
        assertThat(ofIntervals(events)).containsExactly(received(342, 3, 3 / 342.0, 18), received(352, 0, 0, 9));
        assertThat(total(events, false).metrics()).isEqualTo(received(1727, 2, 2 / 1727.0, 14));
        assertThat(total(events, false).durationMicros()).isEqualTo(1_000_000);
        assertThat(events).last().isEqualTo(new Iperf3Event.OutOfOrder(5));
    }

    @Test
    void aSenderKnowsOnlyWhatItSent() {
        List<Iperf3Event> events =
                read(new UdpTextFormat(200), "[  5]   0.00-0.20   sec   484 KBytes  19825 Kbits/sec  342  ");
        assertThat(ofIntervals(events)).containsExactly(MetricValues.of("udp_datagrams", 342));
        assertThat(events)
                .filteredOn(Iperf3Event.Stretch.class::isInstance)
                .allSatisfy(event ->
                        assertThat(((Iperf3Event.Stretch) event).retransmits()).isNull());
    }

    @Test
    void jsonHasTheSameCounts() {
        List<Iperf3Event> events = read(
                new JsonStreamFormat(),
                "{\"event\":\"interval\",\"data\":{\"streams\":[],\"sum\":{\"start\":0,\"end\":0.2,\"bytes\":490000,"
                        + "\"omitted\":false,\"jitter_ms\":0.018,\"lost_packets\":3,\"packets\":342}}}",
                "{\"event\":\"interval\",\"data\":{\"streams\":[],\"sum\":{\"start\":0.2,\"end\":0.4,\"bytes\":490000,"
                        + "\"omitted\":false,\"packets\":340}}}",
                "{\"event\":\"end\",\"data\":{\"streams\":[{\"udp\":{\"out_of_order\":4}}],"
                        + "\"sum_sent\":{\"start\":0,\"end\":1,\"bytes\":2500696,\"packets\":1727,\"jitter_ms\":0,"
                        + "\"lost_packets\":0},"
                        + "\"sum_received\":{\"start\":0,\"end\":1,\"bytes\":2497800,\"packets\":1727,"
                        + "\"jitter_ms\":0.014,\"lost_packets\":2},"
                        + "\"cpu_utilization_percent\":{\"remote_total\":12.5}}}");
        assertThat(ofIntervals(events))
                .containsExactly(received(342, 3, 3 / 342.0, 18), MetricValues.of("udp_datagrams", 340));
        assertThat(total(events, false).metrics()).isEqualTo(received(1727, 2, 2 / 1727.0, 14));
        assertThat(events).last().isEqualTo(new Iperf3Event.OutOfOrder(4));
    }

    @Test
    void anUploadIsWhatTheServerReceived() {
        List<Iperf3Event> events = read(
                new UdpUploadFormat(new UdpTextFormat(100), 1448),
                "[  5]   0.00-0.10   sec   982 KBytes  80446 Kbits/sec  694  ",
                "[  5]   0.10-0.20   sec   981 KBytes  80361 Kbits/sec  694  ",
                "[  5]   0.00-0.20   sec  1.92 MBytes  80000 Kbits/sec  0.000 ms  0/1388 (0%)  sender",
                "[  5]   0.00-0.24   sec  1.21 MBytes  50800 Kbits/sec  0.231 ms  511/1388 (37%)  receiver",
                "",
                "Server output:",
                "[ ID] Interval           Transfer     Bitrate         Jitter    Lost/Total Datagrams",
                "[  5]   0.00-0.10   sec   618 KBytes  50.6 Mbits/sec  0.226 ms  252/689 (36.6%)  ",
                "[  5]   0.10-0.20   sec   617 KBytes  50549 Kbits/sec  0.229 ms  -1/436 (-0.23%)  ",
                "[  5]   0.20-0.24   sec  4.24 KBytes   868 Kbits/sec  0.231 ms  260/263 (99%)  ",
                "[  5]   0.00-0.24   sec  1.21 MBytes  50.8 Mbits/sec  0.231 ms  511/1388 (37%)  receiver");

        assertThat(events)
                .filteredOn(Iperf3Event.Offered.class::isInstance)
                .containsExactly(
                        new Iperf3Event.Offered(100_000, 694 * 1448), new Iperf3Event.Offered(200_000, 694 * 1448));
        List<Iperf3Event.Stretch> received = events.stream()
                .filter(Iperf3Event.Stretch.class::isInstance)
                .map(Iperf3Event.Stretch.class::cast)
                .toList();
        assertThat(received).extracting(Iperf3Event.Stretch::endMicros).containsExactly(100_000L, 200_000L, 240_000L);
        assertThat(received)
                .extracting(stretch -> stretch.moved().in(100_000))
                .containsExactly(437 * 1448L, 437 * 1448L, 3 * 1448L);
        assertThat(received.get(0).metrics()).isEqualTo(received(689, 252, 252 / 689.0, 226));
        assertThat(total(events, false).metrics().get("udp_lost")).isEqualTo(511);
    }

    @Test
    void theServersTextIsAlsoInJson() {
        UdpUploadFormat format = new UdpUploadFormat(new JsonStreamFormat(), 1000);
        assertThat(format.options()).containsExactly("--json-stream", "--get-server-output");
        List<Iperf3Event> events = read(
                format,
                "{\"event\":\"interval\",\"data\":{\"streams\":[],\"sum\":{\"start\":0,\"end\":0.1,\"bytes\":100000,"
                        + "\"omitted\":false,\"packets\":100}}}",
                "{\"event\":\"server_output_text\",\"data\":\"Accepted\\n"
                        + "[  5]   0.00-0.10   sec  96.7 KBytes  7991 Kbits/sec  0.027 ms  1/100 (1%)  \\n\"}",
                "{\"event\":\"server_output_json\",\"data\":{\"server_output_text\":1}}");
        assertThat(ofIntervals(events)).containsExactly(received(100, 1, 0.01, 27));
        assertThat(events).contains(new Iperf3Event.Offered(100_000, 100_000));
    }

    @Test
    void whatWasSentIsSpreadOverTheServersIntervals() {
        OfferedRate rate = new OfferedRate();
        assertThat(rate.isKnown()).isFalse();
        assertThat(rate.until(50).isEmpty()).isTrue();
        rate.add(new Iperf3Event.Offered(100_000, 10_000));
        rate.add(new Iperf3Event.Offered(200_000, 30_000));
        rate.add(new Iperf3Event.Offered(200_000, 5));
        // 10,000 bytes, and half of 30,000 in 150 ms; the other half in 100 ms, the last 50 of which send nothing.
        assertThat(rate.until(150_000).get("udp_offered_bit_per_s")).isCloseTo(25_000 * 8 / 0.15, within(1e-6));
        assertThat(rate.until(250_000).get("udp_offered_bit_per_s")).isCloseTo(15_000 * 8 / 0.1, within(1e-6));
        assertThat(rate.until(250_000).isEmpty()).isTrue();
    }

    @Test
    void rateAndSizeReachIperf3() {
        UdpTask upload = new UdpTask("10.0.0.1", 5201, Direction.UPLOAD, 3, 100, 80_000_000, 1448);
        assertThat(Iperf3Arguments.of(upload, new UdpTextFormat(100)))
                .containsExactly(
                        "-c",
                        "10.0.0.1",
                        "-p",
                        "5201",
                        "-u",
                        "-b",
                        "80000000",
                        "-l",
                        "1448",
                        "-t",
                        "3",
                        "-i",
                        "0.100",
                        "--connect-timeout",
                        "3000",
                        "--forceflush",
                        "-f",
                        "k",
                        "-V",
                        "--get-server-output");
        UdpTask download = new UdpTask("10.0.0.1", 5201, Direction.DOWNLOAD, 3, 100, 80_000_000, 1448);
        assertThat(Iperf3Arguments.of(download, new JsonStreamFormat())).contains("-R", "--json-stream");
        UdpTask inBursts = new UdpTask("10.0.0.1", 5201, Direction.DOWNLOAD, 3, 100, 80_000_000, 1448, 32, null);
        assertThat(Iperf3Arguments.of(inBursts, new JsonStreamFormat())).containsSequence("-b", "80000000/32");
    }

    @Test
    void nothingSentIsNoLoss() {
        assertThat(new UdpCounts(0, 0L, 0.0).values().get("udp_loss")).isZero();
    }
}
