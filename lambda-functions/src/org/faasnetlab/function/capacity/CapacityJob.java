package org.faasnetlab.function.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.task.CapacityTask;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.UdpTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a {@link CapacitySearch}, and a TCP test after it. Totals and intervals
 * are those of all tests; what was found is in the metrics.
 */
final class CapacityJob implements Job {
    /** As much as TCP puts into a packet of 1,500 bytes. */
    static final int DATAGRAM_BYTES = 1448;

    private static final int STEP_SECONDS = 1;

    /** A step, connecting to the server, and the end of the test. */
    private static final long STEP_MICROS = 2_500_000;

    private static final int TCP_SECONDS = 3;
    private static final int TCP_OMITTED = 1;
    private static final long TCP_MICROS = 6_000_000;

    /** Queues on the way drain. */
    private static final long PAUSE_NANOS = 250_000_000;

    private final CapacityTask task;
    private final JobType<UdpTask> udp;
    private final JobType<Iperf3Task> tcp;
    private final Job first;
    private final CapacitySearch search;
    private @Nullable Long startedMicros;
    private long cpuMicros;
    private long senderBytes;
    private long receiverBytes;
    private boolean cpuKnown = true;

    CapacityJob(CapacityTask task, JobType<UdpTask> udp, JobType<Iperf3Task> tcp)
            throws TaskException, InterruptedException {
        this.task = task;
        this.udp = udp;
        this.tcp = tcp;
        search = new CapacitySearch(new CapacityLimits(task.maxBitsPerSecond(), task.maxLoss(), task.maxReordering()));
        first = udp.prepare(step(search.next().orElseThrow()));
    }

    private UdpTask step(long rate) {
        return new UdpTask(
                task.host(),
                task.port(),
                task.direction(),
                STEP_SECONDS,
                task.intervalMs(),
                Math.max(UdpTask.MIN_RATE, rate),
                DATAGRAM_BYTES,
                1,
                task.programUrl());
    }

    @Override
    public void warmUp() throws TaskException, InterruptedException {
        first.warmUp();
    }

    @Override
    public @Nullable String iperf3Version() {
        return first.iperf3Version();
    }

    @Override
    public FunctionRecord.Finished run(TaskContext context) throws TaskException, InterruptedException {
        long begun = context.clock().offsetMicros();
        long endOfSearch = begun + task.seconds() * 1_000_000L - TCP_MICROS;
        boolean blocked = !search(context, endOfSearch);
        if (blocked) {
            // The function was in time; the network kept it waiting.
            startedMicros = begun;
            context.records().emit(new FunctionRecord.Started(begun));
        }
        FunctionRecord.Finished ofTcp = run(tcp.prepare(tcpTest()), context, new ArrayList<>());
        long begin = startedMicros == null ? ofTcp.offsetMicros() : startedMicros;
        return new FunctionRecord.Finished(
                senderBytes,
                receiverBytes,
                begin,
                context.clock().offsetMicros() - begin,
                null,
                ofTcp.mss(),
                null,
                cpuKnown ? Long.valueOf(cpuMicros) : null,
                null,
                new CapacityResult(search, task.host().contains(":"), ofTcp, blocked).metrics());
    }

    /**
     * Runs the UDP tests.
     *
     * @return false if the network carries no datagrams at all
     */
    private boolean search(TaskContext context, long endOfSearch) throws TaskException, InterruptedException {
        Job job = first;
        for (OptionalLong rate = search.next();
                rate.isPresent() && context.clock().offsetMicros() + STEP_MICROS <= endOfSearch;
                rate = search.next()) {
            if (search.steps() > 0) {
                job = udp.prepare(step(rate.getAsLong()));
            }
            List<Interval> intervals = new ArrayList<>();
            try {
                FunctionRecord.Finished totals = run(job, context, intervals);
                search.add(result(rate.getAsLong(), totals, intervals));
            } catch (TaskException e) {
                if (e.reason() != FailureReason.UDP_BLOCKED || search.steps() > 0) {
                    throw e;
                }
                return false;
            }
            pause(context);
        }
        return true;
    }

    private Iperf3Task tcpTest() {
        return new Iperf3Task(
                task.host(),
                task.port(),
                task.direction(),
                TCP_SECONDS,
                1,
                task.intervalMs(),
                TCP_OMITTED,
                null,
                null,
                task.programUrl(),
                null);
    }

    private static void pause(TaskContext context) throws TaskException, InterruptedException {
        context.stop().await(PAUSE_NANOS);
        context.stop().check();
    }

    /** Runs one test; its start counts only if it is the first. */
    private FunctionRecord.Finished run(Job job, TaskContext context, List<Interval> intervals)
            throws TaskException, InterruptedException {
        try (job) {
            FunctionRecord.Finished totals = job.run(new TaskContext(
                    sent -> {
                        if (sent instanceof FunctionRecord.Measured measured) {
                            intervals.add(measured.interval());
                            context.records().emit(sent);
                        } else if (sent instanceof FunctionRecord.Started begin && startedMicros == null) {
                            startedMicros = begin.offsetMicros();
                            context.records().emit(sent);
                        }
                    },
                    context.stop(),
                    context.clock()));
            Long cpu = totals.cpuMicros();
            cpuKnown &= cpu != null;
            cpuMicros += cpu == null ? 0 : cpu;
            senderBytes += totals.senderBytes();
            receiverBytes += totals.receiverBytes();
            return totals;
        }
    }

    static CapacityStep result(long rate, FunctionRecord.Finished totals, List<Interval> intervals) {
        double datagrams = value(totals, "udp_datagrams");
        return new CapacityStep(
                rate,
                value(totals, UdpTask.OFFERED_RATE),
                received(totals, intervals),
                value(totals, "udp_loss"),
                datagrams == 0 ? 0 : value(totals, "udp_reordered") / datagrams);
    }

    /** Nothing that iperf3 has reported is an error here: a test without datagrams is one in which nothing arrived. */
    private static double value(FunctionRecord.Finished totals, String metric) {
        Double known = totals.metrics().get(metric);
        return known == null ? 0 : known;
    }

    /**
     * Without the first interval, in which datagrams are still on their way, and without what queues deliver after the last was sent.
     * A server with long intervals leaves only the totals.
     */
    private static double received(FunctionRecord.Finished totals, List<Interval> intervals) {
        long bytes = 0;
        long micros = 0;
        if (!intervals.isEmpty()) {
            long end = intervals.get(0).offsetMicros() + STEP_SECONDS * 1_000_000L;
            for (Interval interval : intervals.subList(1, intervals.size())) {
                if (interval.endMicros() <= end + interval.durationMicros() / 2) {
                    bytes += interval.bytes();
                    micros += interval.durationMicros();
                }
            }
        }
        boolean fine = micros >= STEP_SECONDS * 500_000L;
        return fine ? bytes * 8e6 / micros : totals.receiverBytes() * 8e6 / Math.max(1, totals.durationMicros());
    }

    @Override
    public void close() {
        first.close();
    }
}
