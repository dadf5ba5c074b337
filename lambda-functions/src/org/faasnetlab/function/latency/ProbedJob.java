package org.faasnetlab.function.latency;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.faasnetlab.function.task.FunctionLog;
import org.faasnetlab.function.task.Job;
import org.faasnetlab.function.task.RecordSink;
import org.faasnetlab.function.task.TaskContext;
import org.faasnetlab.function.task.TaskException;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.ProbeTarget;
import org.jspecify.annotations.Nullable;

/**
 * A job with latency probes beside it: without load before T0, during the transfer, and without load after it. If probes cannot be sent
 * or are not answered, the job runs as without them.
 */
public final class ProbedJob implements Job {
    /** From the end of the transfer to the first probe that counts as idle again: queues on the way drain. */
    private static final long DRAIN_NANOS = 500_000_000L;

    /** A job that reports so late does not report while it runs. */
    private static final long AFTERWARDS_NANOS = 500_000_000L;

    private static final long POLL_NANOS = 20_000_000L;

    private final Job job;
    private final ProbeTarget target;
    private final @Nullable String key;
    private @Nullable ProbeSession session;
    private long idleFromNanos;

    /** @param environmentKey of a target without a key of its own; null if there is none */
    public ProbedJob(Job job, ProbeTarget target, @Nullable String environmentKey) {
        this.job = job;
        this.target = target;
        this.key = target.key() == null ? environmentKey : target.key();
    }

    @Override
    public boolean startsAtT0() {
        return job.startsAtT0();
    }

    @Override
    public @Nullable String iperf3Version() {
        return job.iperf3Version();
    }

    @Override
    public void warmUp() throws TaskException, InterruptedException {
        try {
            if (key == null) {
                throw new IOException(ProbeTarget.KEY_VARIABLE + " is not set");
            }
            ProbeSession opened = new ProbeSession(target, key);
            session = opened;
            opened.warmUp();
        } catch (IOException e) {
            FunctionLog.line("no latency probes: " + e.getMessage());
        }
        job.warmUp();
    }

    @Override
    public void rehearse() throws InterruptedException {
        job.rehearse();
    }

    @Override
    public void beforeStart(TaskContext context) throws TaskException, InterruptedException {
        job.beforeStart(context);
        if (session != null) {
            long now = context.clock().nanoTime();
            long t0 = now - context.clock().offsetMicros(now) * 1000;
            idleFromNanos = Math.max(now, t0 - target.idleMs() * 1_000_000L);
            session.start(idleFromNanos);
        }
    }

    @Override
    public FunctionRecord.Finished run(TaskContext context) throws TaskException, InterruptedException {
        ProbeSession probes = session;
        if (probes == null) {
            FunctionRecord.Finished finished = job.run(context);
            return finished.withProbes(finished.metrics().plus(MetricValues.of("probes_sent", 0)), finished.probes());
        }
        IntervalMetrics records = new IntervalMetrics(context, probes.log());
        FunctionRecord.Finished finished = job.run(new TaskContext(records, context.stop(), context.clock()));
        long ended = context.clock().nanoTime();
        long began = records.startedNanos == 0 ? ended : records.startedNanos;
        context.stop().await(DRAIN_NANOS + target.idleMs() * 1_000_000L);
        long last = context.clock().nanoTime();
        probes.stop();
        awaitAnswers(context, probes.log(), last);
        ProbeResults results = new ProbeResults(
                probes.log().between(idleFromNanos, began),
                probes.log().between(began, ended),
                probes.log().between(ended + DRAIN_NANOS, last));
        return finished.withProbes(finished.metrics().plus(results.metrics(finished)), results.histograms());
    }

    /** Waits for the answers of the last probes, as long as they would not be late. */
    private void awaitAnswers(TaskContext context, ProbeLog log, long last) throws InterruptedException {
        long giveUp = last + ProbeLog.LATE_NANOS;
        long from = last - ProbeLog.LATE_NANOS;
        while (context.clock().nanoTime() - giveUp < 0
                && !log.between(from, last).stream().allMatch(ProbeLog.Probe::answered)
                && !context.stop().await(POLL_NANOS)) {
            // Wait.
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
        job.close();
    }

    /** Adds to each interval of the job what its probes have shown. */
    private static final class IntervalMetrics implements RecordSink {
        private final TaskContext context;
        private final ProbeLog log;
        private volatile long startedNanos;
        private boolean afterwards;

        IntervalMetrics(TaskContext context, ProbeLog log) {
            this.context = context;
            this.log = log;
        }

        @Override
        public void emit(FunctionRecord functionRecord) {
            if (functionRecord instanceof FunctionRecord.Started) {
                startedNanos = context.clock().nanoTime();
                log.recent(startedNanos);
            }
            context.records()
                    .emit(
                            functionRecord instanceof FunctionRecord.Measured measured
                                    ? new FunctionRecord.Measured(withProbes(measured.interval()))
                                    : functionRecord);
        }

        /** As usual the answers that have arrived since the last interval; of reports afterwards, those to its probes. */
        private ProbeLog.Recent probesOf(Interval interval) {
            long now = context.clock().nanoTime();
            long lagNanos = (context.clock().offsetMicros(now) - interval.endMicros()) * 1000;
            afterwards |= lagNanos > AFTERWARDS_NANOS;
            long end = now - lagNanos;
            return afterwards ? log.sentBetween(end - interval.durationMicros() * 1000, end, now) : log.recent(now);
        }

        private Interval withProbes(Interval interval) {
            ProbeLog.Recent recent = probesOf(interval);
            Map<String, Double> values = new TreeMap<>();
            long[] times = recent.rttNanos();
            if (times.length > 0) {
                Arrays.sort(times);
                values.put("probe_rtt_us", times[(times.length - 1) / 2] / 1e3);
                values.put("probe_rtt_max_us", times[times.length - 1] / 1e3);
            }
            values.put("probes_lost", (double) recent.lost());
            return new Interval(
                    interval.offsetMicros(),
                    interval.durationMicros(),
                    interval.bytes(),
                    interval.retransmits(),
                    interval.metrics().plus(MetricValues.of(values)));
        }
    }
}
