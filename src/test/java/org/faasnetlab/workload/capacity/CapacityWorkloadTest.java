package org.faasnetlab.workload.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.task.CapacityTask;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityWorkloadTest {
    private static final CapacityWorkload WORKLOAD =
            new CapacityWorkload(Direction.UPLOAD, 20, 200, Bandwidth.ofMegabits(80), 0.5, 0);

    private static WorkloadSettings write(String key, String value) {
        WorkloadSetting setting = CapacitySettings.ALL.stream()
                .filter(each -> each.description().key().equals(key))
                .findFirst()
                .orElseThrow();
        WorkloadSettings changed = setting.writer().apply(CapacitySettings.USUAL, value);
        assertThat(setting.reader().apply(changed)).isEqualTo(value);
        return changed;
    }

    private static MetricValues found(double capacity, double most, double share, boolean confirmed) {
        Map<String, Double> values = new TreeMap<>(Map.of(
                "capacity_bit_per_s",
                capacity * 1e6,
                "capacity_max_bit_per_s",
                most * 1e6,
                "capacity_exceeded_bit_per_s",
                capacity * 1.02e6,
                "capacity_loss",
                0.002,
                "capacity_reordering",
                0.0,
                "capacity_tcp_bit_per_s",
                capacity * share * 1e6,
                "capacity_tcp_share",
                share,
                "capacity_confirmed",
                confirmed ? 1.0 : 0.0,
                "capacity_sender_limited",
                0.0));
        return MetricValues.of(values);
    }

    @Test
    void aStoredWorkloadIsRestored() {
        assertThat(CapacityType.CAPACITY.restore(WORKLOAD.toRecord())).isEqualTo(WORKLOAD);
        assertThat(CapacityType.CAPACITY.restore(WORKLOAD.toRecord().withDetails(Map.of())))
                .isEqualTo(new CapacityWorkload(Direction.UPLOAD, 20, 100, Bandwidth.ofMegabits(100), 1, 1));
        assertThat(WORKLOAD.withDirection(Direction.DOWNLOAD).direction()).isEqualTo(Direction.DOWNLOAD);
    }

    @Test
    void settingsAreBoundedAndUsedByTheWorkload() {
        assertThat(write("maxRate", "80Mbit").workloads(Direction.UPLOAD, 1, 100))
                .containsExactly(new CapacityWorkload(Direction.UPLOAD, 30, 100, Bandwidth.ofMegabits(80), 1, 1));
        assertThat(write("maxLoss", "0%")).isEqualTo(new CapacitySettings(30, Bandwidth.ofMegabits(100), 0, 1));
        assertThat(write("maxReordering", "2.5%"))
                .isEqualTo(new CapacitySettings(30, Bandwidth.ofMegabits(100), 1, 2.5));
        assertThat(write("seconds", "11").problem(900).orElseThrow().advice().toString())
                .isEqualTo("Set seconds to at least 12.");
        assertThat(write("seconds", "12").problem(900)).isEmpty();
        assertThat(Metric.ids(WORKLOAD.functionMetrics())).contains("capacity_bit_per_s", "capacity_tcp_share");
    }

    @ParameterizedTest
    @CsvSource({"maxRate, 0.9Mbit", "maxRate, 101Gbit", "maxLoss, off", "maxLoss, 51%", "maxReordering, -1%"})
    void otherValuesAreRefused(String key, String value) {
        assertThatThrownBy(() -> write(key, value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlanSaysWhatItSendsAtMost() {
        assertThat(CapacitySettings.USUAL.notice(2, List.of(Direction.DOWNLOAD)).map(Phrase::toString))
                .contains(
                        "UDP datagrams are sent between each of up to 2 functions and its iperf3 server in tests of 1 s at"
                                + " different rates, even if they are lost: up to 200 Mbit/s and 750 MB in each trial, within 30 s. A TCP"
                                + " test follows.");
    }

    @Test
    void theFindingHasCapacityLimitsAndTcp() {
        assertThat(WORKLOAD.finding(List.of())).isEmpty();
        assertThat(WORKLOAD.finding(List.of(found(51.5, 51.5, 0.98, true))))
                .contains(Phrase.of(
                        "IP-layer capacity: 51.5 Mbit/s with 0.2 % loss and 0 % reordering, limits 0.5% and 0%. TCP reached"
                                + " 98 % of it."));
        assertThat(WORKLOAD.finding(
                        List.of(found(60, 60, 1, true), found(50, 50, 0.5, true), found(40, 40, 0.9, true))))
                .contains(Phrase.of(
                        "IP-layer capacity: 50.0 Mbit/s (median of 3 functions) with 0.2 % loss and 0 % reordering, limits"
                                + " 0.5% and 0%. TCP reached 90 % of it."));
    }

    @Test
    void theFindingHasReservations() {
        assertThat(WORKLOAD.finding(List.of(found(50, 100, 0.5, true)))
                        .orElseThrow()
                        .toString())
                .endsWith("Once, 100 Mbit/s was carried for a second, but not again.");
        assertThat(WORKLOAD.finding(List.of(found(50, 50, 0.5, false)))
                        .orElseThrow()
                        .toString())
                .startsWith("IP-layer capacity: at least 50.0 Mbit/s")
                .endsWith("TCP reached 25.0 Mbit/s. The search did not come to its end: set seconds higher.");
        Map<String, Double> neverExceeded =
                Map.of("capacity_bit_per_s", 80e6, "capacity_max_bit_per_s", 80e6, "capacity_tcp_bit_per_s", 900e6);
        assertThat(WORKLOAD.finding(
                                List.of(MetricValues.of(neverExceeded).plus(MetricValues.of("capacity_confirmed", 0))))
                        .orElseThrow()
                        .toString())
                .as("time was up before the highest rate")
                .endsWith("TCP reached 900 Mbit/s. The search did not come to its end: set seconds higher.");
        MetricValues unlimited = MetricValues.of(neverExceeded).plus(MetricValues.of("capacity_confirmed", 1));
        assertThat(WORKLOAD.finding(List.of(unlimited)).orElseThrow().toString())
                .startsWith("IP-layer capacity: at least 80.0 Mbit/s")
                .endsWith("TCP reached 900 Mbit/s. No more was offered: set maxRate higher to find the limit.");
        MetricValues slowSender = MetricValues.of(Map.of(
                "capacity_bit_per_s",
                80e6,
                "capacity_max_bit_per_s",
                80e6,
                "capacity_tcp_bit_per_s",
                70e6,
                "capacity_sender_limited",
                1.0));
        assertThat(WORKLOAD.finding(List.of(slowSender)).orElseThrow().toString())
                .endsWith("The sender reached no higher rate, so the network may carry more.");
        assertThat(WORKLOAD.finding(List.of(MetricValues.of(
                        Map.of("capacity_loss", 0.03, "capacity_reordering", 0.0, "capacity_tcp_bit_per_s", 12e6)))))
                .contains(Phrase.of(
                        "No rate was carried with a loss of at most 0.5% and reordering of at most 0%: at best, 3 % was lost"
                                + " and 0 % reordered. TCP reached 12.0 Mbit/s. Set maxLoss or maxReordering higher."));
    }

    @Test
    void aSearchWithoutLossesThatFoundNothingDoesNotBlameTheLimits() {
        assertThat(WORKLOAD.finding(List.of(MetricValues.of(
                        Map.of("capacity_loss", 0.0, "capacity_reordering", 0.0, "capacity_tcp_bit_per_s", 12e6)))))
                .contains(Phrase.of(
                        "No rate was carried: hardly a datagram was lost, but less than 95 % arrived while they were sent."
                                + " TCP reached 12.0 Mbit/s. Set maxRate lower, or seconds higher."));
    }

    @Test
    void aNetworkWithoutUdpIsNamed() {
        assertThat(WORKLOAD.finding(
                        List.of(MetricValues.of(Map.of("capacity_udp_blocked", 1.0, "capacity_tcp_bit_per_s", 12e6)))))
                .contains(Phrase.of(
                        "No datagram reached the server, or none came back, so the capacity is unknown: allow UDP on the ports"
                                + " of the iperf3 servers in every firewall on the way. TCP reached 12.0 Mbit/s."));
    }

    @Test
    void tcpThatCarriedMoreIsNotAShare() {
        String refuted = WORKLOAD.finding(List.of(found(46.9, 46.9, 347.4, true)))
                .orElseThrow()
                .toString();
        assertThat(refuted)
                .startsWith("IP-layer capacity: at least 46.9 Mbit/s")
                .endsWith(
                        "TCP reached 16.29 Gbit/s. TCP carried more than the search found, so sender or receiver limited the"
                                + " UDP tests, not the network.");
        // One of several is enough.
        assertThat(WORKLOAD.finding(
                                List.of(found(50, 50, 0.9, true), found(50, 50, 1.1, true), found(50, 50, 0.9, true)))
                        .orElseThrow()
                        .toString())
                .contains("at least 50.0 Mbit/s", "TCP carried more");
        // A token bucket has carried as much once, also for UDP.
        assertThat(WORKLOAD.finding(List.of(found(50, 100, 1.04, true)))
                        .orElseThrow()
                        .toString())
                .startsWith("IP-layer capacity: 50.0 Mbit/s")
                .doesNotContain("TCP carried more");
    }

    @Test
    void theTaskIsReadAsItWasWritten() throws Exception {
        CapacityTask task = new CapacityTask("10.0.0.1", 5201, Direction.DOWNLOAD, 20, 100, 80_000_000, 0.01, 0);
        CapacityTask fetching = new CapacityTask(
                "10.0.0.1", 5201, Direction.DOWNLOAD, 20, 100, 80_000_000, 0.01, 0, URI.create("https://bucket/zip"));
        assertThat(readAgain(task)).isEqualTo(task);
        assertThat(readAgain(fetching)).isEqualTo(fetching);
    }

    private static CapacityTask readAgain(CapacityTask task) throws Exception {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            task.writeFields(json);
            json.writeEndObject();
        }
        return task.type().read(JsonFields.parse(text.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 5201, 20, 100, 1000000, 0, 0",
        "h, 5201, 11, 100, 1000000, 0, 0",
        "h, 5201, 901, 100, 1000000, 0, 0",
        "h, 5201, 20, 99, 1000000, 0, 0",
        "h, 5201, 20, 100, 9999, 0, 0",
        "h, 5201, 20, 100, 1000000, 1.1, 0",
        "h, 5201, 20, 100, 1000000, 0, -0.1"
    })
    void aTaskOutOfRangeIsRefused(
            String host, int port, int seconds, int interval, long rate, double loss, double reordering) {
        assertThatThrownBy(
                        () -> new CapacityTask(host, port, Direction.UPLOAD, seconds, interval, rate, loss, reordering))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
