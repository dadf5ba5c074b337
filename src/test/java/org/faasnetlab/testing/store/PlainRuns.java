package org.faasnetlab.testing.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.capacity.CapacityMetrics;
import org.faasnetlab.workload.latency.ProbeMetrics;

/** Runs whose results a reader can work out: functions of exactly 100 and 300 Mbit/s. */
public final class PlainRuns {
    private static final Interval FIRST = new Interval(0, 100_000, 1_250_000, null);
    private static final Interval SECOND = new Interval(40_000, 100_000, 3_750_000, null);

    private PlainRuns() {}

    /** Two functions of 100 and 300 Mbit/s, started 40 ms apart, for ten seconds. */
    public static RunData completed(String id) {
        return new RunData(
                run(id, RunStatus.COMPLETED, true), List.of(trial(id, 0, RunStatus.COMPLETED, 2)), both(), intervals());
    }

    /** The same with latency probes, of which a hundredth got no answer. */
    public static RunData probed(String id) {
        RunData run = completed(id);
        List<FunctionRow> functions = run.functions().stream()
                .map(function -> FunctionRowBuilder.like(function)
                        .metric(ProbeMetrics.IDLE_P50, 420)
                        .metric(ProbeMetrics.LOSS, 0.01)
                        .row())
                .toList();
        return new RunData(run.run(), run.trials(), functions, run.intervals());
    }

    /** The same and a third function that failed. */
    public static RunData partial(String id) {
        FunctionRow failed = FunctionRowBuilder.function(2)
                .failed(FailureReason.SERVER_BUSY, "The iperf3 server was busy all the time.")
                .row();
        return new RunData(
                run(id, RunStatus.PARTIAL, false),
                List.of(trial(id, 0, RunStatus.PARTIAL, 3)),
                Stream.concat(both().stream(), Stream.of(failed)).toList(),
                intervals());
    }

    /** The same on a computer whose processors were busy. */
    public static RunData busyComputer(String id) {
        RunData run = completed(id);
        return new RunData(run.run(), run.trials(), run.functions(), run.intervals(), List.of(busy(0)));
    }

    /** Two trials of the same, the second without intervals. */
    public static RunData twice(String id) {
        return new RunData(
                run(id, RunStatus.COMPLETED, true),
                List.of(trial(id, 0, RunStatus.COMPLETED, 2), trial(id, 1, RunStatus.COMPLETED, 2)),
                both(),
                intervals());
    }

    /** Trials of 10 s in each of which all functions have the same rate. */
    public static RunData trials(String id, int functions, double... bitsPerSecond) {
        List<TrialRow> trials = new ArrayList<>();
        List<FunctionRow> rows = new ArrayList<>();
        for (int index = 0; index < bitsPerSecond.length; index++) {
            trials.add(TrialRowBuilder.like(trial(id, index, RunStatus.COMPLETED, functions))
                    .repetition(index)
                    .row());
            for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
                rows.add(FunctionRowBuilder.function(functionIndex)
                        .trial(index)
                        .started(0L)
                        .delivered(10_000_000, Math.round(bitsPerSecond[index] / 8 * 10))
                        .row());
            }
        }
        return new RunData(run(id, RunStatus.COMPLETED, true), trials, rows, List.of());
    }

    /**
     * Searches for the capacity in which all functions of a trial find the same, and TCP 90 % of it. Their mean bandwidth is
     * 33 Mbit/s.
     */
    public static RunData searches(String id, int functions, double... capacities) {
        double[] means = new double[capacities.length];
        Arrays.fill(means, 33e6);
        RunData run = trials(id, functions, means);
        return new RunData(
                RunRowBuilder.like(run.run())
                        .preset("capacity")
                        .title("IP-layer capacity, download")
                        .row(),
                run.trials().stream()
                        .map(trial -> TrialRowBuilder.like(trial).search().row())
                        .toList(),
                run.functions().stream()
                        .map(one -> FunctionRowBuilder.like(one)
                                .metric(CapacityMetrics.CAPACITY, capacities[one.trial()])
                                .metric(CapacityMetrics.MAXIMUM, capacities[one.trial()])
                                .metric(CapacityMetrics.EXCEEDED, 1.02 * capacities[one.trial()])
                                .metric(CapacityMetrics.LOSS, 0.002)
                                .metric(CapacityMetrics.REORDERING, 0)
                                .metric(CapacityMetrics.TCP, 0.9 * capacities[one.trial()])
                                .metric(CapacityMetrics.TCP_SHARE, 0.9)
                                .metric(CapacityMetrics.CONFIRMED, 1)
                                .row())
                        .toList(),
                List.of());
    }

    /** Downloads of 10 MB that took some seconds in each trial, the same for all its functions. */
    public static RunData objects(String id, int functions, double... seconds) {
        RunData run = trials(id, functions, new double[seconds.length]);
        return new RunData(
                run.run(),
                run.trials().stream()
                        .map(trial -> TrialRowBuilder.like(trial)
                                .s3(Direction.DOWNLOAD, 1, 10_000_000L)
                                .row())
                        .toList(),
                run.functions().stream()
                        .map(function -> FunctionRowBuilder.like(function)
                                .delivered(Math.round(seconds[function.trial()] * 1e6), 10_000_000L)
                                .row())
                        .toList(),
                List.of());
    }

    /** Evidence that the computer was busy in a trial. */
    public static EvidenceRow busy(int trial) {
        return new EvidenceRow(trial, 900_000L, 0.98, 1.0, 8, null, null, null, null, null);
    }

    /** A run that measured nothing. */
    public static RunData without(String id, RunStatus status) {
        return new RunData(run(id, status, false), List.of(), List.of(), List.of());
    }

    private static RunRow run(String id, RunStatus status, boolean simulated) {
        return RunRowBuilder.run(id)
                .from(RunRowBuilder.STARTED, Duration.ofSeconds(14))
                .status(status)
                .preset("iperf3-single")
                .title("iperf3 single, download")
                .simulated(simulated)
                .settings(Map.of("functions", "2", "link", simulated ? "625Mbit" : "unlimited"))
                .environment(Map.of("os", "Linux 6.1"))
                .row();
    }

    private static TrialRow trial(String id, int index, RunStatus status, int functions) {
        return TrialRowBuilder.trial(id)
                .index(index)
                .status(status)
                .functions(functions)
                .link("625Mbit")
                .t0(RunRowBuilder.STARTED.toEpochMilli() * 1000)
                .row();
    }

    private static List<FunctionRow> both() {
        return List.of(delivered(0, FIRST), delivered(1, SECOND));
    }

    private static FunctionRow delivered(int functionIndex, Interval each) {
        return FunctionRowBuilder.function(functionIndex)
                .ready("sandbox-" + functionIndex, true, 900_000)
                .started(each.offsetMicros())
                .delivered(10_000_000, 100 * each.bytes())
                .tcp(0, 1448)
                .row();
    }

    private static List<StoredInterval> intervals() {
        return Stream.concat(hundred(0, FIRST), hundred(1, SECOND)).toList();
    }

    private static Stream<StoredInterval> hundred(int functionIndex, Interval first) {
        return IntStream.range(0, 100)
                .mapToObj(i -> new StoredInterval(
                        0,
                        functionIndex,
                        new Interval(first.offsetMicros() + i * 100_000L, 100_000, first.bytes(), null)));
    }
}
