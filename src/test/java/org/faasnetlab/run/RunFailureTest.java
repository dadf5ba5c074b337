package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.run.FakeTestbed;
import org.faasnetlab.testing.run.RunnerHarness;
import org.junit.jupiter.api.Test;

/** Failures outside the functions: testbed, disk, or the program itself. */
class RunFailureTest {
    private final RunnerHarness bench = new RunnerHarness();

    @Test
    void failedPreparationAbortsRunAndKeepsEarlierTrials() throws Exception {
        bench.testbed.onPrepare = () -> {
            if (bench.testbed.log.size() > 1) {
                throw new FakeTestbed.NoServer();
            }
            return "ready";
        };
        RunRow row = bench.run("repeats=3");
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(row.message()).isEqualTo("No server could be started. Install iperf3.");
        assertThat(bench.store.trials(row.id()))
                .extracting(TrialRow::status)
                .containsExactly(RunStatus.COMPLETED, RunStatus.FAILED);
        assertThat(bench.store.trials(row.id()).get(1).t0EpochMicros()).isNull();
        assertThat(bench.store.functions(row.id())).hasSize(1);
    }

    @Test
    void failedCleanUpIsReportedAndResultStored() throws Exception {
        bench.testbed.closeFailure = new FakeTestbed.NoServer();
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(row.message()).contains("No server could be started.");
    }

    @Test
    void fullDiskAbortsRunWithMessageAndStopsFunctions() throws Exception {
        bench.invoker.script(attempt -> attempt.work(Duration.ofMillis(50), true, 60));
        bench.store.full = call -> call.equals("append") && bench.store.batches.size() >= 3;
        RunRow row = bench.run("functions=2", "seconds=60");
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(row.message()).isEqualTo("The disk is full. Free some space.");
        assertThat(bench.events(RunEvent.FunctionFailed.class)).hasSize(2);
        assertThat(bench.testbed.log).containsExactly("prepare", "stop", "close");
        assertThat(bench.store.intervals).as("what was stored is kept").isNotEmpty();
        assertThat(bench.store.savedRuns).last().extracting(RunRow::status).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void persistentlyFullDiskIsReported() throws Exception {
        bench.store.full = call -> true;
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(row.message()).isEqualTo("The disk is full. Free some space.");
        assertThat(bench.events).last().isEqualTo(new RunEvent.RunEnded(row));
        assertThat(bench.invoker.attempts).isEmpty();
    }

    @Test
    void runWithUnstoredEndIsNotComplete() throws Exception {
        bench.store.full = call -> call.equals("flush");
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(row.message()).contains("The disk is full.");
    }

    @Test
    void unexpectedErrorAbortsRunWithCodeAndCleansUp() throws Exception {
        bench.also = event -> {
            if (event instanceof RunEvent.FunctionReported) {
                throw new IllegalStateException("a bug");
            }
        };
        RunRow row = bench.run("functions=2");
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(row.message()).matches("The run failed with an unexpected error \\(code [0-9A-F]{6}\\)\\..*");
        assertThat(bench.testbed.log).containsExactly("prepare", "stop", "close");
        assertThat(bench.invoker.closed).isTrue();
        bench.also = event -> {};
        assertThat(bench.run().status()).as("the next run is free to start").isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void refusedThreadFailsTheRunWithItsReasonAndCleansUp() throws Exception {
        bench.also = event -> {
            if (event instanceof RunEvent.FunctionReported) {
                throw new OutOfMemoryError("unable to create native thread: possibly out of memory or limits reached");
            }
        };
        RunRow row = bench.run("functions=2");
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(row.message())
                .startsWith("The system refused this program another thread.")
                .contains("ulimit -u");
        assertThat(bench.testbed.log).containsExactly("prepare", "stop", "close");
        assertThat(bench.store.savedRuns).last().extracting(RunRow::status).isEqualTo(RunStatus.FAILED);
    }
}
