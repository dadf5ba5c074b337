package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.run.FakeInvoker;
import org.faasnetlab.testing.run.FakeTestbed;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.testing.run.VirtualClock;
import org.junit.jupiter.api.Test;

/** Cancels a run at each of its phases. */
class RunCancellationTest {
    private final RunnerHarness bench = new RunnerHarness();

    @Test
    void cancelWhileFunctionsTransferStopsThemAndReportsEach() throws Exception {
        bench.invoker.script(attempt -> attempt.work(Duration.ofMillis(50), true, 60));
        bench.time.after(Duration.ofSeconds(5), () -> bench.active.cancel());
        RunRow row = bench.run("functions=3", "seconds=60", "repeats=2");
        assertThat(row.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(row.endedAt()).isEqualTo(VirtualClock.START.plusSeconds(5));
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .extracting(RunEvent.FunctionFailed::reason)
                .containsExactly(FailureReason.CANCELLED, FailureReason.CANCELLED, FailureReason.CANCELLED);
        assertThat(bench.events(RunEvent.TrialEnded.class))
                .containsExactly(new RunEvent.TrialEnded(0, RunStatus.CANCELLED));
        assertThat(bench.testbed.log).containsExactly("prepare", "stop", "close");
        assertThat(bench.invoker.attempts).allMatch(FakeInvoker.Attempt::ended);
        assertThat(bench.store.intervals).as("what was measured is kept").isNotEmpty();
    }

    @Test
    void cancelWhileTheTestbedPreparesInterruptsIt() throws Exception {
        bench.testbed.onPrepare = () -> {
            bench.active.cancel();
            new CountDownLatch(1).await();
            return "never";
        };
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(bench.invoker.attempts).isEmpty();
        assertThat(bench.testbed.log).containsExactly("prepare");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void cancelClosesPreparationThatIgnoresInterrupt() throws Exception {
        bench.testbed.onPrepare = () -> {
            bench.active.cancel();
            return "prepared all the same";
        };
        assertThat(bench.run().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(bench.invoker.attempts).isEmpty();
        assertThat(bench.testbed.log).containsExactly("prepare", "close");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void preparationFailureCausedByCancelIsNotFailure() throws Exception {
        bench.testbed.onPrepare = () -> {
            bench.active.cancel();
            throw new FakeTestbed.NoServer();
        };
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(row.message()).isNull();
    }

    @Test
    void cancelDuringPauseStopsRunImmediately() throws Exception {
        bench.also = event -> {
            if (event instanceof RunEvent.TrialEnded) {
                bench.time.after(Duration.ofSeconds(3), () -> bench.active.cancel());
            }
        };
        RunRow row = bench.run("repeats=2", "pause=600");
        assertThat(row.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(bench.invoker.attempts).hasSize(1);
        assertThat(Duration.between(VirtualClock.START, row.endedAt())).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void cancelBeforeTheRunBeginsPreparesNothing() throws Exception {
        bench.start();
        bench.active.cancel();
        assertThat(bench.finish().status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(bench.testbed.log).isEmpty();
    }

    @Test
    void cancelAfterTheEndDoesNothing() throws Exception {
        RunRow row = bench.run();
        bench.active.cancel();
        assertThat(row.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.events(RunEvent.RunEnded.class)).hasSize(1);
    }

    @Test
    void closingTheRunnerCancelsItsRun() throws Exception {
        ExperimentRunner runner = new ExperimentRunner(new ExperimentRunner.Services(
                (endpoint, answers, maxFunctions) -> bench.invoker,
                bench.store,
                Clock.systemUTC(),
                bench.leads,
                () -> "run-2",
                PRESETS,
                Map.of("app", "1.0")));
        CountDownLatch preparing = new CountDownLatch(1);
        bench.testbed.onPrepare = () -> {
            preparing.countDown();
            new CountDownLatch(1).await();
            return "never";
        };
        ActiveRun run = runner.start(RunnerHarness.plan(), bench.testbed, new RunProgress(bench.time));
        assertThat(preparing.await(30, TimeUnit.SECONDS)).isTrue();
        runner.close();
        assertThat(run.ended().toCompletableFuture())
                .isCompletedWithValueMatching(row -> row.status() == RunStatus.CANCELLED);
    }
}
