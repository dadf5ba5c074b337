package org.faasnetlab.testing.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.latency.LatencyWorkload;

/** Sends the events of a scripted run. */
public final class RunScript {
    public static final Instant T0 = Instant.parse("2026-11-23T10:42:10Z");

    private final RunListener listener;
    private final int functions;
    private final int seconds;
    private final int trials;
    private Instant t0 = T0;
    private TrialConditions conditions = TrialConditions.NONE;
    private int trial;
    private int first;
    private boolean transfers = true;
    private Direction direction = Direction.DOWNLOAD;

    public RunScript(RunListener listener, int functions, int seconds, int trials) {
        this.listener = listener;
        this.functions = functions;
        this.seconds = seconds;
        this.trials = trials;
    }

    public RunScript at(Instant newT0) {
        t0 = newT0;
        return this;
    }

    /** Resumes the run: its trials are numbered from this index. */
    public RunScript from(int index) {
        first = index;
        return this;
    }

    public RunScript going(Direction newDirection) {
        direction = newDirection;
        return this;
    }

    /** The run measures latency without a transfer. */
    public RunScript withoutTransfer() {
        transfers = false;
        return this;
    }

    /** What the testbed knows about each trial beforehand. */
    public RunScript on(TrialConditions known) {
        conditions = known;
        return this;
    }

    public RunScript startRun() {
        Workload workload = transfers
                ? new Iperf3Workload(direction, seconds, 1, 100, 0, null)
                : new LatencyWorkload(direction, seconds, 100, 20);
        Cell cell = new Cell(1769, functions, workload, NetworkSettings.REAL);
        List<Trial> plan = IntStream.range(0, trials)
                .mapToObj(index -> new Trial(first + index, index, cell))
                .toList();
        listener.onEvent(new RunEvent.RunStarted(run(RunStatus.RUNNING, null), plan));
        return this;
    }

    public RunScript startTrial(int index) {
        trial = index;
        listener.onEvent(new RunEvent.TrialPreparing(index));
        listener.onEvent(new RunEvent.TrialStarted(index, t0, Collections.nCopies(functions, 0), conditions));
        return this;
    }

    public RunScript ready(int functionIndex, boolean cold) {
        return say(
                functionIndex,
                new FunctionRecord.Ready("sandbox-" + functionIndex, "log", cold, 1769, "amd64", "Java 21", 0, "3.12"));
    }

    public RunScript started(int functionIndex, long offsetMillis) {
        return say(functionIndex, new FunctionRecord.Started(offsetMillis * 1000));
    }

    /** An interval of 100 ms at a rate. */
    public RunScript interval(int functionIndex, long offsetMillis, double megabits) {
        long bytes = Math.round(megabits * 1e6 / 8 / 10);
        return say(functionIndex, new FunctionRecord.Measured(new Interval(offsetMillis * 1000, 100_000, bytes, null)));
    }

    /** An interval with the round-trip time of its latency probes. */
    public RunScript probed(int functionIndex, long offsetMillis, double rttMillis) {
        MetricValues metrics = MetricValues.of("probe_rtt_us", rttMillis * 1e3);
        return say(
                functionIndex,
                new FunctionRecord.Measured(new Interval(offsetMillis * 1000, 100_000, 1000, null, metrics)));
    }

    public RunScript retransmitted(int functionIndex, long offsetMillis, long segments) {
        return say(
                functionIndex, new FunctionRecord.Measured(new Interval(offsetMillis * 1000, 100_000, 1000, segments)));
    }

    public RunScript finished(int functionIndex, long offsetMillis, long durationMillis, long bytes) {
        say(
                functionIndex,
                new FunctionRecord.Finished(
                        bytes, bytes, offsetMillis * 1000, durationMillis * 1000, null, null, null, null));
        listener.onEvent(new RunEvent.FunctionSucceeded(trial, functionIndex));
        return this;
    }

    public RunScript retried(int functionIndex) {
        listener.onEvent(new RunEvent.FunctionRetried(trial, functionIndex, "too many requests"));
        return this;
    }

    public RunScript failed(int functionIndex, FailureReason reason, String message) {
        listener.onEvent(new RunEvent.FunctionFailed(trial, functionIndex, reason, message));
        return this;
    }

    public RunScript endTrial() {
        listener.onEvent(new RunEvent.TrialEnded(trial, RunStatus.COMPLETED));
        return this;
    }

    public RunScript endRun(RunStatus status, String message) {
        listener.onEvent(new RunEvent.RunEnded(run(status, message)));
        return this;
    }

    public RunScript say(int functionIndex, FunctionRecord words) {
        listener.onEvent(new RunEvent.FunctionReported(trial, functionIndex, words, t0.plus(Duration.ofSeconds(1))));
        return this;
    }

    private RunRow run(RunStatus status, String message) {
        RunRowBuilder run = RunRowBuilder.run("20261123-104210-k3f9")
                .from(T0, Duration.ofSeconds(60))
                .setting("pause", "2")
                .message(message);
        return (status == RunStatus.RUNNING ? run.running() : run.status(status)).row();
    }
}
