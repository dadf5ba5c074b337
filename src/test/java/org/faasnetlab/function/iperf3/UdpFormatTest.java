package org.faasnetlab.function.iperf3;

import static org.assertj.core.api.Assertions.assertThat;

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
    }

    @Test
    void nothingSentIsNoLoss() {
        assertThat(new UdpCounts(0, 0L, 0.0).values().get("udp_loss")).isZero();
    }
}
