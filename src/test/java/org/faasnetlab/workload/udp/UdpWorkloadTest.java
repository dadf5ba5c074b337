package org.faasnetlab.workload.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.JsonFields;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.WorkloadSetting;
import org.faasnetlab.workload.WorkloadSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UdpWorkloadTest {
    private static final UdpWorkload WORKLOAD =
            new UdpWorkload(Direction.UPLOAD, 5, 200, Bandwidth.ofMegabits(80), 1200, 1, 20);

    private static WorkloadSettings write(String key, String value) {
        WorkloadSetting setting = UdpSettings.ALL.stream()
                .filter(each -> each.description().key().equals(key))
                .findFirst()
                .orElseThrow();
        WorkloadSettings changed = setting.writer().apply(UdpSettings.USUAL, value);
        assertThat(setting.reader().apply(changed)).isEqualTo(value);
        return changed;
    }

    @Test
    void aStoredWorkloadIsRestored() {
        assertThat(UdpType.UDP.restore(WORKLOAD.toRecord())).isEqualTo(WORKLOAD);
        UdpWorkload unprobed = new UdpWorkload(Direction.DOWNLOAD, 5, 200, Bandwidth.ofMegabits(80), 1200, 1, null);
        assertThat(UdpType.UDP.restore(unprobed.toRecord())).isEqualTo(unprobed);
        assertThat(unprobed.details()).doesNotContainKey("pacing");
        UdpWorkload inBursts = new UdpWorkload(Direction.DOWNLOAD, 5, 200, Bandwidth.ofMegabits(80), 1200, 32, null);
        assertThat(UdpType.UDP.restore(inBursts.toRecord())).isEqualTo(inBursts);
        assertThat(UdpType.UDP.restore(WORKLOAD.toRecord().withDetails(Map.of())))
                .isEqualTo(new UdpWorkload(Direction.UPLOAD, 5, 100, Bandwidth.ofMegabits(10), 1448, 1, null));
        assertThat(WORKLOAD.withDirection(Direction.DOWNLOAD).direction()).isEqualTo(Direction.DOWNLOAD);
        assertThat(WORKLOAD.offeredRate()).isEqualTo(Bandwidth.ofMegabits(80));
        assertThat(WORKLOAD.parallelismLabel()).hasToString("1 stream");
    }

    @Test
    void lossAndJitterAreMetricsOfIntervalsAndReorderingOfFunctions() {
        assertThat(Metric.ids(WORKLOAD.intervalMetrics()))
                .contains("bit_per_s", "udp_datagrams", "udp_lost", "udp_loss", "udp_jitter_us", "probe_rtt_us");
        assertThat(Metric.ids(WORKLOAD.functionMetrics())).contains("udp_loss", "udp_reordered", "cpu_us");
        assertThat(UdpMetrics.JITTER.text(1234)).isEqualTo("1.2 ms");
        assertThat(UdpMetrics.LOSS.text(0.255)).isEqualTo("25.5 %");
    }

    @Test
    void settingsAreBoundedAndUsedByTheWorkload() {
        assertThat(write("rate", "80Mbit").workloads(Direction.UPLOAD, 1, 100))
                .containsExactly(new UdpWorkload(Direction.UPLOAD, 10, 100, Bandwidth.ofMegabits(80), 1448, 1, null));
        assertThat(write("datagram", "65507"))
                .isEqualTo(new UdpSettings(10, Bandwidth.ofMegabits(10), 65_507, 1, null));
        assertThat(write("pacing", "32").workloads(Direction.UPLOAD, 1, 100))
                .containsExactly(new UdpWorkload(Direction.UPLOAD, 10, 100, Bandwidth.ofMegabits(10), 1448, 32, null));
        assertThat(write("seconds", "3").combinations()).isEqualTo(1);
        assertThat(write("probe", "20ms")).isEqualTo(new UdpSettings(10, Bandwidth.ofMegabits(10), 1448, 1, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "rate, 9kbit",
        "rate, 101Gbit",
        "rate, 5MB",
        "datagram, 15",
        "datagram, 65508",
        "pacing, 0",
        "pacing, 1001",
        "seconds, 0"
    })
    void otherValuesAreRefused(String key, String value) {
        assertThatThrownBy(() -> write(key, value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofAnUploadWithoutIntervalsOnlyTheTotalIsKnown() {
        MetricValues download = MetricValues.of("udp_lost", 3);
        MetricValues withIntervals = MetricValues.of("udp_receiver_intervals", 10);
        MetricValues without = MetricValues.of("udp_receiver_intervals", 0);
        assertThat(WORKLOAD.finding(List.of(download, withIntervals))).isEmpty();
        assertThat(WORKLOAD.finding(
                        List.of(download, withIntervals, without, MetricValues.of("udp_receiver_intervals", 1))))
                .contains(Phrase.of(
                        "The iperf3 servers reported no intervals of 2 uploads, so only the total is known of what arrived:"
                                + " start them with iperf3 -s -i 0.2, and without -J."));
    }

    @Test
    void aPlanSaysWhatItSends() {
        UdpSettings settings = new UdpSettings(3, Bandwidth.ofMegabits(80), 1200, 1, null);
        assertThat(settings.notice(1, List.of(Direction.UPLOAD)).map(Phrase::toString))
                .contains(
                        "UDP datagrams of 1200 bytes are sent at 80.0 Mbit/s between the function and its iperf3 server,"
                                + " even if they are lost: up to 80.0 Mbit/s in total, for 3 s.");
        assertThat(settings.notice(4, List.of(Direction.UPLOAD)).orElseThrow().toString())
                .contains("between each of up to 4 functions and its")
                .contains("up to 320 Mbit/s in total");
    }

    @Test
    void theTaskIsReadAsItWasWritten() throws Exception {
        UdpTask task = new UdpTask("10.0.0.1", 5201, Direction.DOWNLOAD, 3, 100, 80_000_000, 1448);
        UdpTask other = new UdpTask(
                "10.0.0.1", 5201, Direction.DOWNLOAD, 3, 100, 80_000_000, 1448, 32, URI.create("https://bucket/zip"));
        assertThat(readAgain(task)).isEqualTo(task);
        assertThat(readAgain(other)).isEqualTo(other);
    }

    private static UdpTask readAgain(UdpTask task) throws Exception {
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
        "'', 5201, 3, 100, 10000, 16",
        "h, 0, 3, 100, 10000, 16",
        "h, 5201, 0, 100, 10000, 16",
        "h, 5201, 901, 100, 10000, 16",
        "h, 5201, 3, 99, 10000, 16",
        "h, 5201, 3, 100, 9999, 16",
        "h, 5201, 3, 100, 100000000001, 16",
        "h, 5201, 3, 100, 10000, 15",
        "h, 5201, 3, 100, 10000, 65508"
    })
    void aTaskOutOfRangeIsRefused(String host, int port, int seconds, int interval, long rate, int bytes) {
        assertThatThrownBy(() -> new UdpTask(host, port, Direction.UPLOAD, seconds, interval, rate, bytes))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UdpTask("h", 5201, Direction.BOTH, 3, 100, 10_000, 16))
                .hasMessage("a function must have one direction");
    }
}
