package org.faasnetlab.run.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.testing.run.VirtualClock;
import org.faasnetlab.testing.store.InMemoryRunStore;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunRecorderTest {
    private static final Instant T0 = VirtualClock.START.plusSeconds(1);
    private static final FunctionRecord MEASURED = new FunctionRecord.Measured(new Interval(0, 100_000, 1000, 2L));

    private final VirtualClock time = new VirtualClock();
    private final InMemoryRunStore store = new InMemoryRunStore();
    private final RunProgress progress = new RunProgress(time);
    private final RunRecorder recorder = new RunRecorder(store, time, "run-1", progress);

    @BeforeEach
    void startATrialOfTwoFunctions() throws LabException {
        ExperimentPlan plan = RunnerHarness.plan("functions=2", "hosts=2", "hostLink=1Gbit", "link=625Mbit");
        onEvent(new RunEvent.RunStarted(RunRowBuilder.run("run-1").row(), plan.trials()));
        onEvent(new RunEvent.TrialPreparing(0));
        onEvent(new RunEvent.TrialStarted(0, T0, List.of(0, 1), TrialConditions.NONE));
        onEvent(new RunEvent.FunctionInvoked(0, 0, VirtualClock.START));
    }

    @Test
    void trialIsRecordedFromItsStart() {
        assertThat(store.trials("run-1"))
                .containsExactly(new TrialRow(
                        "run-1",
                        0,
                        0,
                        RunStatus.RUNNING,
                        new Cell(
                                1769,
                                2,
                                new Iperf3Workload(Direction.DOWNLOAD, 1, 1, 100, 0, null),
                                NetworkSettings.parse("625Mbit", 2, "1Gbit")),
                        T0.toEpochMilli() * 1000));
    }

    @Test
    void intervalsAreWrittenInBatchesWithinQuarterSecond() throws LabException {
        store.batches.clear();
        time.move(Duration.ofMillis(250));
        recorder.writeIfDue();
        for (int i = 0; i < 12; i++) {
            say(i % 2, MEASURED);
            time.move(Duration.ofMillis(50));
        }
        assertThat(store.batches).containsExactly(5, 5);
        assertThat(recorder.due()).isBeforeOrEqualTo(time.instant().plusMillis(250));
        time.move(Duration.ofMillis(250));
        recorder.writeIfDue();
        assertThat(store.intervals).hasSize(12).contains(new StoredInterval(0, 1, new Interval(0, 100_000, 1000, 2L)));
        assertThat(recorder.due()).isNull();
    }

    @Test
    void finishedFunctionHasAllData() throws LabException {
        time.move(Duration.ofMillis(40));
        say(0, new FunctionRecord.Ready("sandbox", "log", true, 1769, "amd64", "Java 17", 0, null));
        say(0, new FunctionRecord.Started(12));
        say(0, new FunctionRecord.Heartbeat());
        say(0, new FunctionRecord.Finished(200, 190, 15, 1_000_000, 3L, 1448, null, 5000L));
        onEvent(new RunEvent.FunctionSucceeded(0, 0));
        onEvent(new RunEvent.TrialEnded(0, RunStatus.COMPLETED));
        assertThat(store.functions("run-1").get(0))
                .isEqualTo(new FunctionRow(
                        0,
                        0,
                        0,
                        "sandbox",
                        true,
                        40_000L,
                        15L,
                        1_000_000L,
                        200L,
                        190L,
                        MetricValues.of(Map.of("retransmits", 3, "mss", 1448, "cpu_us", 5000)),
                        null,
                        null));
    }

    @Test
    void failedFunctionHasItsReason() throws LabException {
        onEvent(new RunEvent.FunctionFailed(0, 1, FailureReason.NO_ANSWER, "No answer."));
        onEvent(new RunEvent.TrialEnded(0, RunStatus.PARTIAL));
        FunctionRow row = store.functions("run-1").get(1);
        assertThat(row.failure()).isEqualTo(FailureReason.NO_ANSWER);
        assertThat(row.failureMessage()).isEqualTo("No answer.");
        assertThat(row.host()).isEqualTo(1);
        assertThat(row.bandwidth()).isNull();
    }

    @Test
    void activeFunctionIsStoredBeforeFirstRecord() throws LabException {
        time.move(Duration.ofMillis(250));
        recorder.writeIfDue();
        assertThat(store.functions("run-1")).hasSize(2).noneMatch(FunctionRow::finished);
    }

    @Test
    void endOfTrialWritesAllBufferedRows() throws LabException {
        say(0, MEASURED);
        onEvent(new RunEvent.TrialEnded(0, RunStatus.COMPLETED));
        assertThat(store.intervals).hasSize(1);
        assertThat(store.trials("run-1").get(0).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(recorder.due()).isNull();
    }

    private void onEvent(RunEvent event) throws LabException {
        progress.onEvent(event);
        recorder.onEvent(event);
    }

    private void say(int functionIndex, FunctionRecord functionRecord) throws LabException {
        onEvent(new RunEvent.FunctionReported(0, functionIndex, functionRecord, time.instant()));
    }
}
