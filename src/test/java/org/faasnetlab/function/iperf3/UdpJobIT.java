package org.faasnetlab.function.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Map;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.task.CapacityTask;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.testing.function.FunctionProcess;
import org.faasnetlab.testing.function.FunctionRequests;
import org.faasnetlab.testing.function.RealIperf3Server;
import org.faasnetlab.testing.function.StubRuntimeApi;
import org.faasnetlab.testing.function.TcpOnlyNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the UDP task in a function process against a real iperf3 server. */
@Timeout(120)
class UdpJobIT {
    @Test
    void withoutIntervalsOfTheServerAnUploadHasOneInterval() throws Exception {
        try (StubRuntimeApi api = new StubRuntimeApi();
                RealIperf3Server server = RealIperf3Server.start(RealIperf3Server.freePort(), "-i", "0");
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            api.invoke(FunctionRequests.of(
                    new UdpTask("127.0.0.1", server.port(), Direction.UPLOAD, 1, 100, 8_000_000, 1000)));
            StubRuntimeApi.Answer answer = api.answer();

            FunctionRecord.Finished finished = (FunctionRecord.Finished) answer.last();
            assertThat(finished.metrics().get("udp_receiver_intervals")).isEqualTo(1);
            assertThat(answer.records(FunctionRecord.Measured.class))
                    .singleElement()
                    .satisfies(record -> {
                        assertThat((double) record.interval().bytes())
                                .isCloseTo(finished.receiverBytes(), withinPercentage(1));
                        assertThat((double) record.interval().durationMicros())
                                .isCloseTo(finished.durationMicros(), withinPercentage(2));
                        assertThat(record.interval().metrics().get("udp_loss")).isNotNull();
                    });
        }
    }

    /** Of iperf3 alone, such a test takes 30 s or does not end. */
    @Test
    void aNetworkThatDropsDatagramsIsFoundSoonAndTcpIsMeasured() throws Exception {
        try (StubRuntimeApi api = new StubRuntimeApi();
                RealIperf3Server server = RealIperf3Server.start(RealIperf3Server.freePort());
                TcpOnlyNetwork network = new TcpOnlyNetwork(server.port());
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            api.invoke(FunctionRequests.of(new CapacityTask(
                    "127.0.0.1", network.port(), Direction.DOWNLOAD, 12, 100, 20_000_000, 0.01, 0.01)));
            FunctionRecord.Finished finished =
                    (FunctionRecord.Finished) api.answer().last();
            assertThat(finished.metrics().get("capacity_udp_blocked")).isEqualTo(1);
            assertThat(finished.metrics().get("capacity_tcp_bit_per_s")).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Direction.class,
            names = {"UPLOAD", "DOWNLOAD"})
    void datagramsAreCountedAtBothEnds(Direction direction) throws Exception {
        try (StubRuntimeApi api = new StubRuntimeApi();
                RealIperf3Server server = RealIperf3Server.start(RealIperf3Server.freePort(), "-i", "0.1");
                FunctionProcess function = FunctionProcess.start(api, Map.of())) {
            api.invoke(
                    FunctionRequests.of(new UdpTask("127.0.0.1", server.port(), direction, 1, 100, 8_000_000, 1000)));
            StubRuntimeApi.Answer answer = api.answer();

            FunctionRecord.Finished finished = (FunctionRecord.Finished) answer.last();
            // 8 Mbit/s are 1,000 datagrams of 1,000 bytes a second.
            assertThat(finished.metrics().get("udp_datagrams")).isCloseTo(1000, withinPercentage(25));
            assertThat(finished.metrics().get("udp_lost")).isNotNull();
            assertThat(finished.metrics().get("udp_jitter_us")).isNotNull();
            assertThat(finished.metrics().get("udp_reordered")).isZero();
            assertThat(finished.retransmits()).isNull();
            double counted = answer.records(FunctionRecord.Measured.class).stream()
                    .mapToDouble(record -> record.interval().metrics().get("udp_datagrams"))
                    .sum();
            assertThat(counted).isCloseTo(finished.metrics().get("udp_datagrams"), withinPercentage(15));
            // Of ten intervals some are longer on a busy computer, so that there are fewer; together they last as long.
            double measured = answer.records(FunctionRecord.Measured.class).stream()
                    .mapToDouble(record -> record.interval().durationMicros())
                    .sum();
            assertThat(measured).isCloseTo(finished.durationMicros(), withinPercentage(15));
            assertThat(answer.records(FunctionRecord.Measured.class))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(record -> {
                        MetricValues metrics = record.interval().metrics();
                        assertThat(metrics.get("udp_loss")).isNotNull();
                        assertThat(metrics.get("udp_offered_bit_per_s") != null)
                                .isEqualTo(direction == Direction.UPLOAD);
                    });
        }
    }
}
