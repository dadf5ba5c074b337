package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.run.FakeInvoker;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.testing.run.VirtualClock;
import org.junit.jupiter.api.Test;

/** A complete run without errors. */
class ExperimentRunnerTest {
    private final RunnerHarness bench = new RunnerHarness();

    @Test
    void successfulRunIsCompletedAndStored() throws Exception {
        RunRow row = bench.run("functions=2");

        assertThat(row.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(row.message()).isNull();
        assertThat(row.title()).isEqualTo("iperf3 concurrent, download");
        assertThat(row.simulatedNetwork()).isTrue();
        assertThat(row.environment()).containsEntry("os", "Test OS").containsEntry("app", "1.0");
        assertThat(row.settings()).containsEntry("functions", "2").containsEntry("link", "lambda");
        assertThat(bench.store.savedRuns)
                .extracting(RunRow::status)
                .containsExactly(RunStatus.RUNNING, RunStatus.COMPLETED);
        assertThat(bench.store.trials(row.id())).extracting(TrialRow::status).containsExactly(RunStatus.COMPLETED);
        assertThat(bench.store.functions(row.id()))
                .allMatch(FunctionRow::finished)
                .hasSize(2);
        assertThat(bench.store.intervals).hasSize(20);
        assertThat(bench.testbed.log).containsExactly("prepare", "close");
        assertThat(bench.invoker.closed).isTrue();
    }

    @Test
    void eventsComeInOrder() throws Exception {
        bench.run("functions=1");
        assertThat(bench.events)
                .filteredOn(event -> !(event instanceof RunEvent.FunctionReported said)
                        || !(said.functionRecord() instanceof FunctionRecord.Measured))
                .extracting(event -> event instanceof RunEvent.FunctionReported said
                        ? said.functionRecord().getClass().getSimpleName()
                        : event.getClass().getSimpleName())
                .containsExactly(
                        "RunStarted",
                        "TrialPreparing",
                        "TrialStarted",
                        "FunctionInvoked",
                        "Ready",
                        "Started",
                        "Finished",
                        "FunctionSucceeded",
                        "TrialObserved",
                        "TrialEnded",
                        "RunEnded");
    }

    @Test
    void everythingIsOnDiskBeforeEndIsReported() throws Exception {
        bench.also = event -> {
            if (event instanceof RunEvent.RunEnded) {
                assertThat(bench.store.log).endsWith("run", "flush");
                assertThat(bench.active.ended().toCompletableFuture()).isNotDone();
            }
        };
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void functionsOfTrialShareT0AndAreInvokedConcurrently() throws Exception {
        bench.run("functions=16");
        assertThat(bench.invoker.attempts)
                .hasSize(16)
                .extracting(a -> a.t0())
                .containsOnly(bench.events(RunEvent.TrialStarted.class).get(0).t0());
        assertThat(bench.invoker.attempts).extracting(a -> a.at).containsOnly(VirtualClock.START);
    }

    @Test
    void aFunctionStopsByItselfSomeTimeAfterTheTestsEnd() throws Exception {
        bench.run("seconds=10", "omit=2");
        FakeInvoker.Attempt attempt = bench.invoker.attempts.get(0);
        assertThat(attempt.request.deadlineEpochMs() - attempt.request.startAtEpochMs())
                .isEqualTo(27_000);
    }

    @Test
    void theNextRunOfAWarmFunctionStartsSooner() throws Exception {
        bench.run();
        bench.invoker.script(attempt -> attempt.work(Duration.ofMillis(20), false, 1));
        bench.run();
        bench.run();
        List<Duration> leads = bench.invoker.attempts.stream()
                .map(attempt -> Duration.between(attempt.at, attempt.t0()))
                .toList();
        assertThat(leads.get(0)).isEqualTo(Duration.ofMillis(900));
        assertThat(leads.get(2)).isEqualTo(Duration.ofMillis(230));
    }

    @Test
    void aFunctionThatIsReadyLateStillCounts() throws Exception {
        bench.invoker.script(attempt -> attempt.work(Duration.ofSeconds(5), true, 1));
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.COMPLETED);
        FunctionRow function = bench.store.functions(row.id()).get(0);
        assertThat(function.readyMicros()).isEqualTo(5_000_000);
        assertThat(function.startOffsetMicros()).isEqualTo(4_100_000);
    }

    @Test
    void testbedIsNotifiedOfRunStartAndSandboxes() throws Exception {
        bench.run("functions=2", "repeats=2");
        assertThat(bench.testbed.sandboxes)
                .containsExactly("run", "0 in sandbox-0", "1 in sandbox-1", "0 in sandbox-0", "1 in sandbox-1");
    }

    @Test
    void trialsFollowEachOtherWithAPause() throws Exception {
        RunRow row = bench.run("functions=1,2", "order=listed", "repeats=2", "pause=30");
        assertThat(row.status()).isEqualTo(RunStatus.COMPLETED);
        List<Instant> t0s = bench.events(RunEvent.TrialStarted.class).stream()
                .map(RunEvent.TrialStarted::t0)
                .toList();
        assertThat(t0s).hasSize(4);
        assertThat(Duration.between(t0s.get(0), t0s.get(1))).isBetween(Duration.ofSeconds(31), Duration.ofSeconds(33));
        assertThat(bench.store.trials(row.id())).extracting(TrialRow::functions).containsExactly(1, 2, 1, 2);
    }
}
