package org.faasnetlab.function.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.testing.function.FakeTimeSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Follows iperf3 processes whose output was recorded. */
class Iperf3AttemptTest {
    private final List<FunctionRecord> records = new ArrayList<>();

    @Test
    void withoutTcpInfoTheTransferCountsAndRetransmitsAreUnknown() throws Exception {
        FunctionRecord.Finished finished = follow("text-upload-no-tcp-info.txt", new TextOutputFormat(1, 200));

        assertThat(finished.senderBytes()).isGreaterThan(2_600_000_000L);
        assertThat(finished.receiverBytes()).isGreaterThan(2_600_000_000L);
        assertThat(finished.retransmits()).isNull();
        assertThat(records.stream().filter(FunctionRecord.Measured.class::isInstance))
                .hasSize(5)
                .allSatisfy(
                        measured -> assertThat(interval(measured).retransmits()).isNull());
    }

    @Test
    void otherwiseRetransmitsAreReported() throws Exception {
        assertThat(follow("text-upload.txt", new TextOutputFormat(1, 100)).retransmits())
                .isEqualTo(1);
    }

    @Test
    void withoutTheServersAccountAnUploadOfDatagramsIsOneInterval() throws Exception {
        String output = String.join(
                "\n",
                "[  5]   0.00-0.50   sec   484 KBytes  8000 Kbits/sec  500  ",
                "[  5]   0.50-1.00   sec   484 KBytes  8000 Kbits/sec  500  ",
                "[  5]   0.00-1.00   sec   977 KBytes  8000 Kbits/sec  0.000 ms  0/1000 (0%)  sender",
                "[  5]   0.00-1.00   sec   488 KBytes  4000 Kbits/sec  0.039 ms  500/1000 (50%)  receiver");
        FunctionRecord.Finished finished =
                follow(output.getBytes(StandardCharsets.UTF_8), new UdpUploadFormat(new UdpTextFormat(500), 1000));

        assertThat(finished.metrics().get("udp_receiver_intervals")).isZero();
        assertThat(finished.metrics().get("udp_offered_bit_per_s")).isEqualTo(8_000_000);
        assertThat(records.stream().filter(FunctionRecord.Measured.class::isInstance))
                .singleElement()
                .satisfies(measured -> {
                    assertThat(interval(measured).durationMicros()).isEqualTo(1_000_000);
                    assertThat(interval(measured).bytes()).isEqualTo(500_000);
                    assertThat(interval(measured).value("udp_offered_bit_per_s"))
                            .isEqualTo(8_000_000);
                    assertThat(interval(measured).value("udp_lost")).isEqualTo(500);
                });
    }

    @Test
    void aTestThatDoesNotBeginInTimeIsStopped() {
        assertThatThrownBy(() -> begin(Duration.ZERO, new UnendingProcess()))
                .isInstanceOfSatisfying(
                        TaskException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(FailureReason.UDP_BLOCKED))
                .hasMessage(
                        "No datagram reached the server, or none came back: allow UDP on port 5201 in every firewall"
                                + " between function and server.");
    }

    @Test
    void aRejectedDatagramIsNoMissingServer() {
        byte[] rejected = "iperf3: error - unable to read from stream socket: Connection refused"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> begin(Duration.ofDays(1), new Iperf3Attempt.PrintedProcess(rejected)))
                .hasMessageStartingWith("No datagram reached the server");
        byte[] refused =
                "iperf3: error - unable to connect to server: Connection refused".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> begin(Duration.ofDays(1), new Iperf3Attempt.PrintedProcess(refused)))
                .isInstanceOfSatisfying(
                        TaskException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CONNECT_FAILED));
    }

    private FunctionRecord.Finished begin(Duration within, Process process) throws Exception {
        StartLimit limit = new StartLimit(within, () -> UdpJobType.blocked(5201));
        TaskContext context = new TaskContext(records::add, new StopSignal(), new TrialClock(new FakeTimeSource(0), 0));
        return new Iperf3Attempt(new UdpTextFormat(100), context, "iperf3 -u", limit).follow(process);
    }

    @Test
    void whatTcpKnowsHasTheMedianOfTheIntervals() {
        TcpInfo.Medians medians = new TcpInfo.Medians();
        assertThat(medians.values().isEmpty()).isTrue();
        for (double rtt : new double[] {9_000, 1_000, 2_000}) {
            medians.add(MetricValues.of(Map.of("tcp_rtt_us", rtt, "udp_loss", 1.0)));
        }
        assertThat(medians.values()).isEqualTo(MetricValues.of("tcp_rtt_us", 2_000));
        medians.add(MetricValues.of("tcp_rtt_us", 3_000));
        assertThat(medians.values()).isEqualTo(MetricValues.of("tcp_rtt_us", 2_500));
    }

    private MetricValues download(String... lines) throws Exception {
        return follow(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), new UdpTextFormat(1000))
                .metrics();
    }

    @Test
    void theJitterOfATestIsTheMeanOfItsIntervals() throws Exception {
        MetricValues metrics = download(
                "[  5]   0.00-1.00   sec   977 KBytes  8000 Kbits/sec  0.300 ms  0/1000 (0%)",
                "[  5]   1.00-2.00   sec   977 KBytes  8000 Kbits/sec  0.400 ms  0/1000 (0%)",
                "[  5]   2.00-3.00   sec   0.00 Bytes  0.00 Kbits/sec  0.400 ms  0/0 (0%)",
                "[  5]   3.00-4.00   sec   977 KBytes  8000 Kbits/sec  9.200 ms  0/1000 (0%)",
                "[  5]   0.00-4.00   sec  2.86 MBytes  6000 Kbits/sec  0.000 ms  0/3000 (0%)  sender",
                "[  5]   0.00-4.00   sec  2.86 MBytes  6000 Kbits/sec  9.200 ms  0/3000 (0%)  receiver");
        assertThat(metrics.get("udp_jitter_us")).isCloseTo(3300, within(1e-6));
        assertThat(metrics.get("udp_loss")).isZero();
    }

    @Test
    void whatIsDroppedAfterTheLastArrivalIsLost() throws Exception {
        MetricValues metrics = download(
                "[  5]   0.00-1.00   sec   977 KBytes  8000 Kbits/sec  0.300 ms  10/1000 (1%)",
                "[  5]   0.00-4.00   sec  3.81 MBytes  8000 Kbits/sec  0.000 ms  0/4000 (0%)  sender",
                "[  5]   0.00-4.00   sec   967 KBytes  1980 Kbits/sec  0.300 ms  10/1000 (1%)  receiver");
        assertThat(metrics.get("udp_datagrams")).isEqualTo(4000);
        assertThat(metrics.get("udp_lost")).isEqualTo(3010);
        assertThat(metrics.get("udp_loss")).isEqualTo(3010 / 4000.0);
    }

    @Test
    void whatIsStillOnItsWayAtTheEndIsNotLost() throws Exception {
        MetricValues metrics = download(
                "[  5]   0.00-4.00   sec  3.62 MBytes  7600 Kbits/sec  0.300 ms  0/3800 (0%)",
                "[  5]   0.00-4.00   sec  3.81 MBytes  8000 Kbits/sec  0.000 ms  0/4000 (0%)  sender",
                "[  5]   0.00-4.00   sec  3.62 MBytes  7600 Kbits/sec  0.300 ms  0/3800 (0%)  receiver");
        assertThat(metrics.get("udp_datagrams")).isEqualTo(3800);
        assertThat(metrics.get("udp_loss")).isZero();
    }

    @Test
    void ifNothingArrivesAllIsLost() throws Exception {
        MetricValues metrics = download(
                "[  5]   0.00-1.00   sec   0.00 Bytes  0.00 Kbits/sec  0.000 ms  0/0 (0%)",
                "[  5]   0.00-1.00   sec   977 KBytes  8000 Kbits/sec  0.000 ms  0/1000 (0%)  sender",
                "[  5]   0.00-1.01   sec   0.00 Bytes  0.00 Kbits/sec  0.000 ms  0/0 (0%)  receiver");
        assertThat(metrics.get("udp_lost")).isEqualTo(1000);
        assertThat(metrics.get("udp_loss")).isEqualTo(1);
    }

    private static Interval interval(FunctionRecord measured) {
        return ((FunctionRecord.Measured) measured).interval();
    }

    private FunctionRecord.Finished follow(String recorded, Iperf3OutputFormat format) throws Exception {
        try (InputStream output = Objects.requireNonNull(Iperf3AttemptTest.class.getResourceAsStream(recorded))) {
            return follow(output.readAllBytes(), format);
        }
    }

    private FunctionRecord.Finished follow(byte[] output, Iperf3OutputFormat format) throws Exception {
        TaskContext context = new TaskContext(records::add, new StopSignal(), new TrialClock(new FakeTimeSource(0), 0));
        return new Iperf3Attempt(format, context, "iperf3 -c server", StartLimit.NONE)
                .follow(new Iperf3Attempt.PrintedProcess(output));
    }

    /** Incomplete, it would throw. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void theExampleOfTheTextFormatIsACompleteTest(int streams) throws Exception {
        assertThat(new TextOutputFormat(streams, 100).example()).isNotEmpty();

        Iperf3Attempt.rehearse(new TextOutputFormat(streams, 100));
    }

    @Test
    void aFormatWithoutExampleIsNotRehearsed() throws Exception {
        Iperf3Attempt.rehearse(new JsonStreamFormat(false));
    }
}
