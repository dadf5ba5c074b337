package org.faasnetlab.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.plan.Trial;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.testing.ManualClock;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.faasnetlab.workload.s3.S3Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunProgressTest {
    private static final Instant START = Instant.parse("2026-11-23T10:42:10Z");
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int FUNCTIONS = 4;
    private static final int TRIALS = 3;

    @Test
    void beforeTheFirstEventThereIsNothing() {
        RunProgress progress = new RunProgress(new ManualClock(START));
        assertThat(progress.snapshot()).isEqualTo(ProgressSnapshot.NONE);
        assertThat(progress.t0()).isNull();
    }

    @Test
    void partWithoutRunStartIsUnknown() {
        RunProgress part = new RunProgress(new ManualClock(START));
        part.onEvent(new RunEvent.TrialPreparing(2));
        part.onEvent(new RunEvent.FunctionFailed(2, 1, FailureReason.NO_ANSWER, "Silent."));
        assertThat(part.snapshot()).isEqualTo(ProgressSnapshot.NONE);
    }

    /** Wherever the events of a run are split, the fold of all events is the merge of the folds of the parts. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void theFoldOfAllEventsIsTheMergeOfTheFoldsOfItsParts(int seed) {
        Random random = new Random(seed);
        List<RunEvent> events = run(random);
        for (int round = 0; round < 30; round++) {
            int length = 1 + random.nextInt(events.size());
            int first = random.nextInt(length + 1);
            int second = first + random.nextInt(length - first + 1);

            RunProgress whole = fold(events, 0, length);
            RunProgress merged = fold(events, 0, first);
            RunProgress middle = fold(events, first, second);
            middle.merge(fold(events, second, length));
            merged.merge(middle);

            assertThat(merged.snapshot()).isEqualTo(whole.snapshot());
            assertThat(merged.t0()).isEqualTo(whole.t0());
            for (int functionIndex = 0; whole.t0() != null && functionIndex < FUNCTIONS; functionIndex++) {
                assertThat(merged.functionRow(functionIndex)).isEqualTo(whole.functionRow(functionIndex));
            }
        }
    }

    @Test
    void aClockThatIsSetBackMakesTheTimeUntilReadyUnknown() {
        RunProgress progress = new RunProgress(new ManualClock(START));
        Workload workload = new S3Workload(Direction.DOWNLOAD, new DataSize(1), 1, new DataSize(1), 100);
        Cell cell = new Cell(1769, 1, workload, NetworkSettings.REAL);
        progress.onEvent(new RunEvent.RunStarted(row(RunStatus.RUNNING), List.of(new Trial(0, 0, cell))));
        progress.onEvent(new RunEvent.TrialStarted(0, START.plusSeconds(5), List.of(0), TrialConditions.NONE));
        progress.onEvent(new RunEvent.FunctionInvoked(0, 0, START));
        progress.onEvent(new RunEvent.FunctionReported(
                0,
                0,
                new FunctionRecord.Ready("s", "l", true, 1769, "x86_64", "java17", 1, null),
                START.minusSeconds(3600)));

        assertThat(progress.functionRow(0).sandboxId()).isEqualTo("s");
        assertThat(progress.functionRow(0).readyMicros()).isNull();
    }

    /** Events are one step apart, in every fold; the snapshot is taken at the same time. */
    private static RunProgress fold(List<RunEvent> events, int from, int to) {
        ManualClock clock = new ManualClock(START);
        RunProgress progress = new RunProgress(clock);
        for (int i = 0; i < events.size(); i++) {
            clock.move(STEP);
            if (i >= from && i < to) {
                progress.onEvent(events.get(i));
            }
        }
        return progress;
    }

    private static List<RunEvent> run(Random random) {
        boolean timed = random.nextBoolean();
        Workload workload = timed
                ? new Iperf3Workload(Direction.BOTH, 2, 1, 100, 1, null)
                : new S3Workload(Direction.DOWNLOAD, new DataSize(20_000_000), 1, new DataSize(8_000_000), 100);
        Cell cell = new Cell(1769, FUNCTIONS, workload, NetworkSettings.REAL);
        List<Trial> trials = new ArrayList<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            trials.add(new Trial(trial + 5, trial, cell));
        }
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.RunStarted(row(RunStatus.RUNNING), trials));
        for (Trial trial : trials) {
            trial(events, trial.index(), random);
        }
        events.add(new RunEvent.RunEnded(row(RunStatus.PARTIAL)));
        return events;
    }

    private static void trial(List<RunEvent> events, int trial, Random random) {
        events.add(new RunEvent.TrialPreparing(trial));
        if (random.nextInt(5) == 0) {
            events.add(new RunEvent.TrialEnded(trial, RunStatus.FAILED));
            return;
        }
        events.add(new RunEvent.TrialStarted(
                trial,
                START.plus(STEP.multipliedBy(events.size() + 3)),
                Collections.nCopies(FUNCTIONS, trial % 2),
                TrialConditions.NONE));
        List<List<RunEvent>> functions = new ArrayList<>();
        for (int functionIndex = 0; functionIndex < FUNCTIONS; functionIndex++) {
            functions.add(function(trial, functionIndex, random));
        }
        while (!functions.isEmpty()) {
            List<RunEvent> next = functions.get(random.nextInt(functions.size()));
            events.add(next.remove(0));
            functions.removeIf(List::isEmpty);
        }
        events.add(new RunEvent.TrialEnded(trial, RunStatus.PARTIAL));
    }

    private static List<RunEvent> function(int trial, int functionIndex, Random random) {
        List<RunEvent> events = new ArrayList<>();
        Instant at = START.plusMillis(random.nextInt(5_000));
        events.add(new RunEvent.FunctionInvoked(trial, functionIndex, at));
        if (random.nextInt(3) == 0) {
            events.add(new RunEvent.FunctionRetried(trial, functionIndex, "too many"));
            events.add(new RunEvent.FunctionInvoked(trial, functionIndex, at.plusMillis(100)));
        }
        List<FunctionRecord> records = new ArrayList<>();
        records.add(new FunctionRecord.Ready("sandbox", "log", random.nextBoolean(), 1769, "amd64", "Java", 0, null));
        long offset = random.nextInt(100_000);
        if (random.nextInt(4) > 0) {
            records.add(new FunctionRecord.Started(offset));
        }
        int intervals = random.nextInt(30);
        for (int i = 0; i < intervals; i++) {
            records.add(new FunctionRecord.Measured(
                    new Interval(offset + i * 100_000L, 100_000, random.nextInt(1_000_000), null)));
            if (random.nextInt(5) == 0) {
                records.add(new FunctionRecord.Heartbeat());
            }
        }
        int last = random.nextInt(3);
        if (last == 0) {
            records.add(new FunctionRecord.Finished(9, 7, offset, intervals * 100_000L, 3L, 1448, null, 5L));
        }
        if (last == 1) {
            records.add(new FunctionRecord.Failed(FailureReason.SERVER_BUSY, "Busy.", true));
        }
        for (FunctionRecord each : records) {
            events.add(new RunEvent.FunctionReported(trial, functionIndex, each, at.plusMillis(200)));
        }
        FailureReason[] reasons = {FailureReason.CANCELLED, FailureReason.SERVER_BUSY, FailureReason.NO_ANSWER};
        events.add(
                last == 0
                        ? new RunEvent.FunctionSucceeded(trial, functionIndex)
                        : new RunEvent.FunctionFailed(
                                trial, functionIndex, reasons[random.nextInt(3)], "Failure of " + functionIndex));
        if (last > 0 && random.nextBoolean()) {
            events.add(new RunEvent.FunctionReported(
                    trial,
                    functionIndex,
                    new FunctionRecord.Finished(9, 7, offset, 1_000, null, null, null, null),
                    at.plusMillis(300)));
        }
        return events;
    }

    private static RunRow row(RunStatus status) {
        RunRowBuilder run = RunRowBuilder.run("20261123-104210-k3f9")
                .from(START, Duration.ofSeconds(60))
                .setting("pause", "2");
        return (status == RunStatus.RUNNING ? run.running() : run.status(status)).row();
    }
}
