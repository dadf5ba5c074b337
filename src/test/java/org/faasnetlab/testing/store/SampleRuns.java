package org.faasnetlab.testing.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.ProbeRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunWriter;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;

/**
 * Runs as the program would keep them, made up but with the shapes that are measured: bursts, shared hosts, late
 * starts, failures. The same call gives the same run.
 */
public final class SampleRuns {
    public static final Instant STARTED = RunRowBuilder.STARTED;
    private static final long T0_MICROS = STARTED.plusSeconds(2).getEpochSecond() * 1_000_000;
    private static final int STEP_MICROS = 100_000;

    private SampleRuns() {}

    /** One function with Lambda's burst: 5 Gbit/s until 300 MiB are sent above the baseline of 625 Mbit/s. */
    public static RunData lambdaBurst() {
        return iperf3("20261123-104210-b1", "Burst and baseline", 1, 10, "lambda", SampleRuns::burst);
    }

    /** 16 functions that share a host of 1 Gbit/s. */
    public static RunData sharedHost() {
        return iperf3("20261123-104210-s16", "Concurrent functions", 16, 10, "625Mbit", second -> 62.2e6);
    }

    /** 64 functions, each with Lambda's burst and baseline. */
    public static RunData manyFunctions() {
        return iperf3("20261123-104210-m64", "Concurrent functions", 64, 10, "lambda", SampleRuns::burst);
    }

    /** 8 functions of which two fail, one of them after 3 seconds of transfer. */
    public static RunData withFailures() {
        RunData whole = iperf3("20261123-104210-f8", "Concurrent functions", 8, 10, "600Mbit", second -> 595e6);
        List<FunctionRow> functions = new ArrayList<>(whole.functions());
        functions.set(2, failed(functions.get(2), FailureReason.CONNECT_FAILED, "No answer from 127.0.0.1:5203."));
        functions.set(5, failed(functions.get(5), FailureReason.TRANSFER_BROKEN, "The connection broke after 3 s."));
        List<StoredInterval> intervals = whole.intervals().stream()
                .filter(stored -> stored.functionIndex() != 2)
                .filter(stored ->
                        stored.functionIndex() != 5 || stored.interval().endMicros() < 3_000_000)
                .toList();
        RunRow run = RunRowBuilder.like(whole.run()).status(RunStatus.PARTIAL).row();
        return new RunData(run, List.of(trial(run, 0, 8, "600Mbit", RunStatus.PARTIAL)), functions, intervals);
    }

    /** 4 functions that each send an object of 64 MiB to S3 in about 2 seconds. */
    public static RunData s3Upload() {
        RunRow run = run("20261123-104210-u4")
                .preset("s3-upload")
                .title("S3 upload")
                .simulated(false)
                .row();
        long size = 64L << 20;
        TrialRow trial = TrialRowBuilder.trial(run.id())
                .functions(4)
                .s3(Direction.UPLOAD, 4, size)
                .t0(T0_MICROS)
                .row();
        List<FunctionRow> functions = new ArrayList<>();
        List<StoredInterval> intervals = new ArrayList<>();
        Random random = new Random(4);
        for (int functionIndex = 0; functionIndex < 4; functionIndex++) {
            long start = 1_000 + functionIndex * 3_000L;
            long left = size;
            long at = start;
            while (left > 0) {
                long bytes = Math.min(left, Math.round(3_400_000 * (0.9 + 0.2 * random.nextDouble())));
                intervals.add(new StoredInterval(0, functionIndex, new Interval(at, STEP_MICROS, bytes, null)));
                at += STEP_MICROS;
                left -= bytes;
            }
            functions.add(FunctionRowBuilder.function(functionIndex)
                    .ready("sandbox-" + functionIndex, functionIndex > 1, 150_000)
                    .started(start)
                    .delivered(at - start, size)
                    .firstByte(18_400 + functionIndex)
                    .cpu(210_000)
                    .row());
        }
        return new RunData(run, List.of(trial), functions, intervals);
    }

    /** A run that failed before any function delivered anything. */
    public static RunData nothingDelivered() {
        RunRow run = run("20261123-104210-n2")
                .status(RunStatus.FAILED)
                .message("No function delivered.")
                .row();
        List<FunctionRow> functions = IntStream.range(0, 2)
                .mapToObj(functionIndex ->
                        failed(function(functionIndex, 0, 0, 0), FailureReason.THROTTLED, "Too many at once."))
                .toList();
        return new RunData(run, List.of(trial(run, 0, 2, "625Mbit", RunStatus.FAILED)), functions, List.of());
    }

    /** Like {@link #sharedHost}, with what was observed beside the functions. */
    public static RunData withEvidence() {
        RunData run = iperf3("20261123-104210-e16", "Concurrent functions", 16, 10, "625Mbit", second -> 62.2e6);
        EvidenceRow evidence =
                new EvidenceRow(0, 850_000L, 0.93125, 1.0, 38, null, null, Bandwidth.ofMegabits(5000), null, false);
        return new RunData(run.run(), run.trials(), run.functions(), run.intervals(), List.of(evidence));
    }

    /** Two functions in two short trials with round numbers, a failure and words that a spreadsheet could run. */
    public static RunData small() {
        RunRow run = run("20261123-104210-k3f9")
                .title("Größe, \"zwei\" Funktionen")
                .status(RunStatus.PARTIAL)
                .row();
        List<FunctionRow> functions = List.of(
                FunctionRowBuilder.function(0)
                        .ready("a1b2", true, 312_400)
                        .started(1_500L)
                        .delivered(200_000, 15_728_640, 15_000_000)
                        .tcp(3, 32_768)
                        .cpu(41_000)
                        .row(),
                failed(function(1, 1, 0, 0), FailureReason.HTTP_STATUS, "=HYPERLINK(\"http://x\"), 403\nForbidden"),
                FunctionRowBuilder.function(0)
                        .trial(1)
                        .ready("a1b2", false, 2_100)
                        .started(-400L)
                        .delivered(100_000, 1_234_567)
                        .firstByte(18_437)
                        .row());
        List<StoredInterval> intervals = List.of(
                new StoredInterval(0, 0, new Interval(1_500, 100_000, 7_812_500, 3L)),
                new StoredInterval(0, 0, new Interval(101_500, 100_000, 7_187_500, 0L)),
                new StoredInterval(1, 0, new Interval(-400, 100_000, 1_234_567, null)));
        TrialRow upload = TrialRowBuilder.trial(run.id())
                .index(1)
                .s3(Direction.UPLOAD, 4, 1_234_567)
                .link("625Mbit")
                .hosts(2, "1Gbit")
                .t0(T0_MICROS + 5_000_000)
                .row();
        return new RunData(run, List.of(trial(run, 0, 2, "625Mbit", RunStatus.PARTIAL), upload), functions, intervals);
    }

    /** A run of iperf3 in which every function's bandwidth follows a curve over the seconds since its start. */
    public static RunData iperf3(
            String id, String title, int functions, int seconds, String link, DoubleUnaryOperator bitsPerSecond) {
        RunRow run = run(id).title(title).row();
        List<FunctionRow> rows = new ArrayList<>();
        List<StoredInterval> intervals = new ArrayList<>();
        Random random = new Random(functions);
        for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
            long start = Math.round(Math.abs(random.nextGaussian()) * 12_000);
            List<StoredInterval> own = intervals(functionIndex, start, seconds * 10, bitsPerSecond, random);
            intervals.addAll(own);
            long bytes =
                    own.stream().mapToLong(stored -> stored.interval().bytes()).sum();
            rows.add(function(functionIndex, start, seconds * 1_000_000L, bytes));
        }
        return new RunData(run, List.of(trial(run, 0, functions, link, RunStatus.COMPLETED)), rows, intervals);
    }

    private static List<StoredInterval> intervals(
            int functionIndex, long start, int count, DoubleUnaryOperator bitsPerSecond, Random random) {
        double level = 1 + 0.01 * random.nextGaussian();
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    double rate = bitsPerSecond.applyAsDouble(i / 10.0) * level * (1 + 0.025 * random.nextGaussian());
                    long bytes = Math.max(0, Math.round(rate / 80));
                    return new StoredInterval(
                            0, functionIndex, new Interval(start + (long) i * STEP_MICROS, STEP_MICROS, bytes, 0L));
                })
                .toList();
    }

    private static double burst(double second) {
        if (second < 0.5) {
            return 4.9e9;
        }
        return second < 0.6 ? 3.2e9 : 621e6;
    }

    private static RunRowBuilder run(String id) {
        return RunRowBuilder.run(id)
                .settings(Map.of("functions", "1,2", "seconds", "10"))
                .environment(Map.of("iperf3", "iperf 3.12", "os", "Linux 6.1"));
    }

    private static TrialRow trial(RunRow run, int index, int functions, String link, RunStatus status) {
        return TrialRowBuilder.trial(run.id())
                .index(index)
                .status(status)
                .functions(functions)
                .link(link)
                .hosts(1, link.equals("625Mbit") ? "1Gbit" : "unlimited")
                .t0(T0_MICROS)
                .row();
    }

    private static FunctionRow function(int functionIndex, long start, long duration, long bytes) {
        return FunctionRowBuilder.function(functionIndex)
                .host(functionIndex % 4)
                .ready("sandbox-" + functionIndex, functionIndex % 2 == 0, 180_000L + functionIndex * 1_000L)
                .started(start)
                .delivered(duration, bytes + 131_072, bytes)
                .tcp(0, 32_768)
                .cpu(350_000)
                .row();
    }

    private static FunctionRow failed(FunctionRow function, FailureReason reason, String message) {
        return FunctionRowBuilder.like(function)
                .started(null)
                .failed(reason, message)
                .row();
    }

    /** The intervals of all functions for one step of 100 ms. */
    public static List<StoredInterval> step(int functions, int step) {
        return IntStream.range(0, functions)
                .mapToObj(functionIndex -> new StoredInterval(
                        0,
                        functionIndex,
                        new Interval((long) step * STEP_MICROS, STEP_MICROS, 7_800_000 + functionIndex + step, 0L)))
                .toList();
    }

    /** A run and its trial as they are while they run. */
    public static RunData running(String id, int functions) {
        RunRow run = run(id).running().row();
        return new RunData(run, List.of(trial(run, 0, functions, "625Mbit", RunStatus.RUNNING)), List.of(), List.of());
    }

    /** Saves a run with all that belongs to it. */
    public static void save(RunWriter store, RunData data) throws StoreException {
        String id = data.run().id();
        store.save(data.run());
        for (TrialRow trial : data.trials()) {
            store.save(trial);
        }
        for (FunctionRow function : data.functions()) {
            store.save(id, function);
        }
        store.append(id, data.intervals());
        for (ProbeRow probes : data.probes()) {
            store.save(id, probes);
        }
        for (EvidenceRow evidence : data.evidence()) {
            store.save(id, evidence);
        }
    }

    /** One of each kind. */
    public static Stream<RunData> all() {
        return Stream.of(
                lambdaBurst(),
                sharedHost(),
                manyFunctions(),
                withFailures(),
                s3Upload(),
                nothingDelivered(),
                small(),
                withEvidence());
    }

    /** Intervals of 100 ms without a pause, of functions at 500 Mbit/s. */
    public static List<StoredInterval> evenIntervals(int trial, int functions, int each) {
        return IntStream.range(0, functions * each)
                .mapToObj(i -> new StoredInterval(
                        trial,
                        i / each,
                        new Interval((long) (i % each) * STEP_MICROS, STEP_MICROS, 6_250_000 + i % 7, 0L)))
                .toList();
    }
}
