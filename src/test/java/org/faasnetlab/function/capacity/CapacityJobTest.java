package org.faasnetlab.function.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.StopSignal;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.TaskType;
import org.faasnetlab.protocol.task.CapacityTask;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.UdpTask;
import org.faasnetlab.testing.function.FakeTimeSource;
import org.junit.jupiter.api.Test;

/** Searches with tests whose results a link of 50 Mbit/s decides. */
class CapacityJobTest {
    private double link = 50e6;

    private final FakeTimeSource time = new FakeTimeSource(0);
    private final StopSignal stop = new StopSignal() {
        @Override
        public boolean await(long nanos) {
            time.advanceMillis(nanos / 1_000_000);
            return cause() != null;
        }
    };
    private final List<FunctionRecord> records = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private double tcpShare = 0.9;
    private double sender = Double.MAX_VALUE;
    private int stepMillis = 1_200;

    /** Jobs that take the time of a test and report what the link lets pass. */
    private final class Tests<T extends Task> implements JobType<T> {
        private final TaskType<T> type;

        Tests(TaskType<T> type) {
            this.type = type;
        }

        @Override
        public TaskType<T> taskType() {
            return type;
        }

        @Override
        public Job prepare(T task) {
            tasks.add(task);
            return context -> task instanceof UdpTask udp ? step(udp, context) : tcp(context);
        }

        private FunctionRecord.Finished step(UdpTask udp, TaskContext context) {
            long begin = context.clock().offsetMicros();
            double rate = Math.min(sender, udp.bitsPerSecond());
            double arrived = Math.min(rate, link);
            context.records().emit(new FunctionRecord.Started(begin));
            for (int i = 0; i < 10; i++) {
                // The first datagrams are on their way in the first interval.
                long bytes = Math.round(arrived / 80 * (i == 0 ? 0.7 : 1));
                context.records()
                        .emit(new FunctionRecord.Measured(new Interval(begin + i * 100_000, 100_000, bytes, null)));
            }
            context.records()
                    .emit(new FunctionRecord.Measured(
                            new Interval(begin + 1_000_000, 40_000, Math.round(arrived / 8 * 0.01), null)));
            time.advanceMillis(stepMillis);
            return new FunctionRecord.Finished(
                    Math.round(rate / 8),
                    Math.round(arrived / 8),
                    begin,
                    1_000_000,
                    null,
                    null,
                    null,
                    10_000L,
                    null,
                    MetricValues.of(Map.of(
                            "udp_offered_bit_per_s",
                            rate,
                            "udp_datagrams",
                            100.0,
                            "udp_reordered",
                            0.0,
                            "udp_loss",
                            1 - arrived / rate)));
        }

        private FunctionRecord.Finished tcp(TaskContext context) {
            long begin = context.clock().offsetMicros();
            context.records().emit(new FunctionRecord.Started(begin));
            time.advanceMillis(4_200);
            // 1,448 of 1,500 bytes are payload.
            long bytes = Math.round(3 * tcpShare * link * 1476 / 1500 / 8);
            return new FunctionRecord.Finished(bytes, bytes, begin, 3_000_000, null, null, null, 10_000L);
        }
    }

    @Test
    void allTestsRunTheSameProgram() throws Exception {
        URI program = URI.create("https://bucket/iperf3.zip");
        search(new CapacityTask("10.0.0.1", 5201, Direction.UPLOAD, 20, 100, 200_000_000, 0.01, 0.01, program));

        assertThat(tasks)
                .extracting(task -> task instanceof UdpTask udp ? udp.programUrl() : ((Iperf3Task) task).programUrl())
                .hasSizeGreaterThan(2)
                .containsOnly(program);
    }

    private FunctionRecord.Finished search(int seconds) throws TaskException, InterruptedException {
        return search(new CapacityTask("10.0.0.1", 5201, Direction.UPLOAD, seconds, 100, 200_000_000, 0.01, 0.01));
    }

    private FunctionRecord.Finished search(CapacityTask task) throws TaskException, InterruptedException {
        Job job = new CapacityJobType(new Tests<>(UdpTask.TYPE), new Tests<>(Iperf3Task.TYPE)).prepare(task);
        return job.run(new TaskContext(records::add, stop, new TrialClock(time, 0)));
    }

    @Test
    void theCapacityAndTcpsShareAreAtTheIpLayer() throws Exception {
        FunctionRecord.Finished finished = search(40);
        MetricValues metrics = finished.metrics();

        // 28 bytes of headers for 1,448 bytes of payload; what was offered last is within 2 % of the link.
        assertThat(metrics.get("capacity_bit_per_s") / 1e6).isCloseTo(50 * 1476 / 1448.0, withinPercentage(2));
        assertThat(metrics.get("capacity_tcp_share")).isCloseTo(0.9, within(0.02));
        assertThat(metrics.get("capacity_confirmed")).isEqualTo(1);
        assertThat(metrics.get("capacity_sender_limited")).isZero();
        assertThat(metrics.get("capacity_udp_blocked")).isZero();
        assertThat(metrics.get("capacity_loss")).isLessThanOrEqualTo(0.01);
        assertThat(metrics.get("capacity_exceeded_bit_per_s") / 1e6).isBetween(51.0, 53.0);
        assertThat(metrics.get("capacity_steps")).isEqualTo(tasks.size() - 1.0);
        assertThat(finished.cpuMicros()).isEqualTo(10_000L * tasks.size());
        assertThat(tasks).last().isInstanceOf(Iperf3Task.class);
    }

    @Test
    void totalsAndIntervalsAreThoseOfAllTests() throws Exception {
        FunctionRecord.Finished finished = search(40);

        // A step takes 1.2 s, the pause after it 0.25, and TCP 4.2.
        assertThat(finished.durationMicros()).isEqualTo(1_450_000L * (tasks.size() - 1) + 4_200_000);
        double sentByUdp = tasks.stream()
                .filter(UdpTask.class::isInstance)
                .mapToLong(task -> ((UdpTask) task).bitsPerSecond() / 8)
                .sum();
        double ofTcp = 3 * tcpShare * link * 1476 / 1500 / 8;
        assertThat((double) finished.senderBytes()).isCloseTo(sentByUdp + ofTcp, within(20.0));
        assertThat(finished.receiverBytes()).isLessThan(finished.senderBytes());
        assertThat(records.stream().filter(FunctionRecord.Started.class::isInstance))
                .hasSize(1);
        assertThat(records.stream().filter(FunctionRecord.Measured.class::isInstance))
                .hasSize(11 * (tasks.size() - 1));
        List<Long> offsets = records.stream()
                .filter(FunctionRecord.Measured.class::isInstance)
                .map(record -> ((FunctionRecord.Measured) record).interval().offsetMicros())
                .toList();
        assertThat(offsets).isSorted().first().isEqualTo(finished.offsetMicros());
    }

    @Test
    void aLowerBoundHasNoShare() throws Exception {
        link = 1e9;
        MetricValues metrics = search(40).metrics();
        assertThat(metrics.get("capacity_bit_per_s")).isCloseTo(200e6 * 1476 / 1448, within(1.0));
        assertThat(metrics.get("capacity_exceeded_bit_per_s")).isNull();
        assertThat(metrics.get("capacity_tcp_share")).isNull();
        assertThat(metrics.get("capacity_tcp_bit_per_s")).isPositive();
    }

    @Test
    void tcpThatCarriesMoreRefutesTheSearch() throws Exception {
        tcpShare = 1.1;
        MetricValues metrics = search(40).metrics();

        assertThat(metrics.get("capacity_confirmed")).isEqualTo(1);
        assertThat(metrics.get("capacity_bit_per_s") / 1e6).isCloseTo(50 * 1476 / 1448.0, withinPercentage(2));
        assertThat(metrics.get("capacity_sender_limited")).isEqualTo(1);
        assertThat(metrics.get("capacity_tcp_share")).isNull();
        assertThat(metrics.get("capacity_exceeded_bit_per_s")).isNull();
    }

    @Test
    void aStepThatTheSenderDidNotSendIsNoLimit() throws Exception {
        link = 10e6;
        sender = 11e6;
        stepMillis = 2_400;
        MetricValues limited = search(12).metrics();

        // Of two steps, the second was asked for 12.5 Mbit/s.
        assertThat(limited.get("capacity_steps")).isEqualTo(2);
        assertThat(limited.get("capacity_sender_limited")).isEqualTo(1);
        assertThat(limited.get("capacity_exceeded_bit_per_s")).isNull();
        assertThat(limited.get("capacity_tcp_share")).isNull();
    }

    @Test
    void aSearchThatLacksTimeIsNotConfirmedAndEndsInTime() throws Exception {
        MetricValues metrics = search(14).metrics();

        assertThat(metrics.get("capacity_confirmed")).isZero();
        assertThat(metrics.get("capacity_exceeded_bit_per_s")).isPositive();
        assertThat(metrics.get("capacity_tcp_share")).isNull();
        assertThat(metrics.get("capacity_steps")).isLessThan(6);
        assertThat(time.epochMicros()).isLessThan(14_000_000);
        assertThat(metrics.get("capacity_tcp_bit_per_s")).isPositive();
    }

    private FunctionRecord.Finished failing(TaskException failure) throws TaskException, InterruptedException {
        JobType<UdpTask> failing = new JobType<>() {
            @Override
            public TaskType<UdpTask> taskType() {
                return UdpTask.TYPE;
            }

            @Override
            public Job prepare(UdpTask task) {
                return context -> {
                    time.advanceMillis(5_000);
                    throw failure;
                };
            }
        };
        CapacityTask task = new CapacityTask("h", 5201, Direction.UPLOAD, 20, 100, 200_000_000, 0.01, 0.01);
        return new CapacityJobType(failing, new Tests<>(Iperf3Task.TYPE))
                .prepare(task)
                .run(new TaskContext(records::add, stop, new TrialClock(time, 0)));
    }

    @Test
    void aTestThatFailsFailsTheSearch() {
        TaskException noServer = new TaskException(FailureReason.CONNECT_FAILED, "No server.", true);
        assertThatThrownBy(() -> failing(noServer)).isSameAs(noServer);
    }

    @Test
    void withoutUdpOnlyTcpIsMeasured() throws Exception {
        FunctionRecord.Finished finished =
                failing(new TaskException(FailureReason.UDP_BLOCKED, "No datagrams.", false));
        assertThat(finished.offsetMicros()).as("before the wait for datagrams").isZero();
        assertThat(records.stream().filter(FunctionRecord.Started.class::isInstance))
                .containsExactly(new FunctionRecord.Started(0));
        MetricValues metrics = finished.metrics();
        assertThat(metrics.get("capacity_udp_blocked")).isEqualTo(1);
        assertThat(metrics.get("capacity_tcp_bit_per_s")).isPositive();
        assertThat(metrics.get("capacity_bit_per_s")).isNull();
        assertThat(metrics.get("capacity_loss")).isNull();
    }

    @Test
    void aServerWithLongIntervalsLeavesTheTotals() {
        FunctionRecord.Finished totals = new FunctionRecord.Finished(
                2_000, 1_000, 0, 1_000_000, null, null, null, null, null, MetricValues.of("udp_loss", 0.5));
        Interval whole = new Interval(0, 1_000_000, 900, null);
        assertThat(CapacityJob.result(16_000, totals, List.of(whole)).received())
                .isEqualTo(8_000);
        assertThat(CapacityJob.result(16_000, totals, List.of()).received()).isEqualTo(8_000);
    }
}
