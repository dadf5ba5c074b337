package org.faasnetlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.TrialFacts;
import org.junit.jupiter.api.Test;

class ExperimentRunnerTest {
    private final RunBench bench = new RunBench();

    @Test
    void aRunThatGoesWellIsCompletedAndStored() throws Exception {
        RunRow row = bench.run("functions=2");

        assertThat(row.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(row.message()).isNull();
        assertThat(row.title()).isEqualTo("iperf3 concurrent, download");
        assertThat(row.simulatedNetwork()).isTrue();
        assertThat(row.environment()).containsEntry("os", "Test OS").containsEntry("app", "1.0");
        assertThat(row.settings()).containsEntry("functions", "2").containsEntry("link", "lambda");
        assertThat(bench.store.runs).extracting(RunRow::status).containsExactly(RunStatus.RUNNING, RunStatus.COMPLETED);
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
                .filteredOn(event -> !(event instanceof RunEvent.FunctionSaid said)
                        || !(said.functionRecord() instanceof FunctionRecord.Measured))
                .extracting(event -> event instanceof RunEvent.FunctionSaid said
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
    void howBusyThisComputerIsFromT0OnIsKeptWithTheTrial() throws Exception {
        Iterator<Double> readings = List.of(0.99, 0.25, 0.5, 0.75).iterator();
        bench.testbed.busyMeter = new BusyMeter() {
            @Override
            public OptionalDouble sinceLastCall() {
                return readings.hasNext() ? OptionalDouble.of(readings.next()) : OptionalDouble.empty();
            }

            @Override
            public String source() {
                return "a test";
            }
        };
        bench.testbed.facts = new TrialFacts(0.2, null, Bandwidth.ofMegabits(5000), Bandwidth.ofMegabits(625), true);
        bench.run("functions=2");

        // The first reading is of the time before T0, and a test of 1 s has room for three more.
        assertThat(bench.store.evidence)
                .containsExactly(new EvidenceRow(
                        0,
                        920_000L,
                        0.5,
                        0.75,
                        3,
                        0.2,
                        null,
                        Bandwidth.ofMegabits(5000),
                        Bandwidth.ofMegabits(625),
                        true));
    }

    @Test
    void whereTheComputerDoesNotMatterItsLoadIsNotKnown() throws Exception {
        bench.run("functions=1");
        assertThat(bench.store.evidence).singleElement().satisfies(evidence -> {
            assertThat(evidence.computerBusy()).isNull();
            assertThat(evidence.computerSamples()).isNull();
            assertThat(evidence.leadMicros()).isEqualTo(900_000L);
        });
    }

    @Test
    void everythingIsOnDiskBeforeTheEndIsTold() throws Exception {
        bench.also = event -> {
            if (event instanceof RunEvent.RunEnded) {
                assertThat(bench.store.log).endsWith("run", "flush");
                assertThat(bench.active.ended().toCompletableFuture()).isNotDone();
            }
        };
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void allFunctionsOfATrialGetTheSameT0AndAreInvokedAtOnce() throws Exception {
        bench.run("functions=16");
        assertThat(bench.invoker.attempts)
                .hasSize(16)
                .extracting(a -> a.t0())
                .containsOnly(bench.events(RunEvent.TrialStarted.class).get(0).t0());
        assertThat(bench.invoker.attempts).extracting(a -> a.at).containsOnly(VirtualTime.START);
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
    void aThrottledFunctionIsInvokedAgainUntilItIsTaken() throws Exception {
        bench.invoker.script(attempt -> {
            if (bench.invoker.attempts.size() <= 2) {
                attempt.endAfter(Duration.ofMillis(5), new InvocationEnd.Throttled("Rate Exceeded."));
            } else {
                attempt.work(Duration.ofMillis(50), true, 1);
            }
        });
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.invoker.attempts)
                .extracting(attempt ->
                        Duration.between(VirtualTime.START, attempt.at).toMillis())
                .containsExactly(0L, 105L, 310L);
        assertThat(bench.events(RunEvent.FunctionRetried.class)).hasSize(2);
        assertThat(bench.events(RunEvent.FunctionInvoked.class)).hasSize(3);
        assertThat(bench.store.functions("run-1").get(0).readyMicros()).isEqualTo(50_000);
    }

    @Test
    void aFunctionThatIsThrottledUntilT0Fails() throws Exception {
        bench.invoker.script(attempt -> {
            if (attempt.request.worker() == 1) {
                attempt.endAfter(Duration.ofMillis(5), new InvocationEnd.Throttled("Rate Exceeded."));
            } else {
                attempt.work(Duration.ofMillis(50), true, 1);
            }
        });
        RunRow row = bench.run("functions=2");
        assertThat(row.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(row.message())
                .startsWith("1 of 2 functions failed; the first: ")
                .contains("Rate Exceeded.");
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .extracting(RunEvent.FunctionFailed::reason)
                .containsExactly(FailureReason.THROTTLED);
        Instant t0 = bench.invoker.attempts.get(0).t0();
        assertThat(bench.invoker.attempts).allMatch(attempt -> attempt.at.isBefore(t0));
    }

    @Test
    void aRefusalIsTakenDownInTheWordsOfTheTestbed() throws Exception {
        bench.testbed.explanation = new FakeTestbed.NoServer();
        bench.invoker.script(attempt -> attempt.endAfter(
                Duration.ofMillis(10), new InvocationEnd.Rejected(403, "ExpiredTokenException", "expired")));

        RunRow row = bench.run("functions=1");

        assertThat(row.message()).contains("No server could be started. Install iperf3.");
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.reason()).isEqualTo(FailureReason.REJECTED));
    }

    @Test
    void eachWayToEndWithoutAResultIsAFailureOfItsOwn() throws Exception {
        List<InvocationEnd> ends = List.of(
                new InvocationEnd.Complete(),
                new InvocationEnd.Rejected(404, "ResourceNotFoundException", "no such function"),
                new InvocationEnd.FunctionError("Function.Timeout", "timed out"),
                new InvocationEnd.Broken("The connection broke."));
        bench.invoker.script(attempt -> attempt.endAfter(Duration.ofMillis(10), ends.get(attempt.request.worker())));
        RunRow row = bench.run("functions=4");
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .extracting(RunEvent.FunctionFailed::reason)
                .containsExactly(
                        FailureReason.STREAM_BROKEN,
                        FailureReason.REJECTED,
                        FailureReason.FUNCTION_ERROR,
                        FailureReason.STREAM_BROKEN);
        assertThat(bench.store.functions(row.id()))
                .extracting(FunctionRow::failure)
                .doesNotContainNull()
                .hasSize(4);
    }

    @Test
    void aFunctionsOwnWordCountsMoreThanHowItsStreamEnded() throws Exception {
        bench.invoker.script(attempt -> {
            if (attempt.request.worker() == 0) {
                attempt.say(new FunctionRecord.Failed(FailureReason.SERVER_BUSY, "The server was busy.", true));
                attempt.end(new InvocationEnd.Complete());
            } else {
                attempt.say(new FunctionRecord.Finished(1, 1, 0, 1, null, null, null, null));
                attempt.end(new InvocationEnd.Broken("The connection broke."));
            }
        });
        assertThat(bench.run("functions=2").status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .containsExactly(new RunEvent.FunctionFailed(0, 0, FailureReason.SERVER_BUSY, "The server was busy."));
        assertThat(bench.events(RunEvent.FunctionSucceeded.class))
                .containsExactly(new RunEvent.FunctionSucceeded(0, 1));
    }

    @Test
    void aFunctionWithoutAnswerIsGivenUpAfterItsDeadline() throws Exception {
        bench.invoker.script(attempt -> {
            if (attempt.request.worker() == 0) {
                attempt.work(Duration.ofMillis(50), true, 1);
            }
        });
        RunRow row = bench.run("functions=2");
        assertThat(row.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .extracting(RunEvent.FunctionFailed::reason)
                .containsExactly(FailureReason.NO_ANSWER);
        assertThat(Duration.between(bench.invoker.attempts.get(0).t0(), row.endedAt()))
                .isEqualTo(Duration.ofSeconds(26));
        assertThat(bench.testbed.log).containsExactly("prepare", "stop", "close");
        assertThat(bench.invoker.attempts).allMatch(FakeInvoker.Attempt::ended);
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

    @Test
    void aTestbedThatCannotPrepareEndsTheRunAndKeepsEarlierTrials() throws Exception {
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
    void whatCannotBeCleanedUpIsToldAndTheResultKept() throws Exception {
        bench.testbed.closeFailure = new FakeTestbed.NoServer();
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(row.message()).contains("No server could be started.");
    }

    @Test
    void cancelWhileFunctionsTransferStopsThemAndReportsEach() throws Exception {
        bench.invoker.script(attempt -> attempt.work(Duration.ofMillis(50), true, 60));
        bench.time.after(Duration.ofSeconds(5), () -> bench.active.cancel());
        RunRow row = bench.run("functions=3", "seconds=60", "repeats=2");
        assertThat(row.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(row.endedAt()).isEqualTo(VirtualTime.START.plusSeconds(5));
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
            Thread.sleep(60_000);
            return "never";
        };
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(bench.invoker.attempts).isEmpty();
        assertThat(bench.testbed.log).containsExactly("prepare");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void cancelWhileATestbedPreparesThatDoesNotListenClosesWhatItPrepared() throws Exception {
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
    void cancelWhileATestbedPreparesThatFailsOfItIsNoFailure() throws Exception {
        bench.testbed.onPrepare = () -> {
            bench.active.cancel();
            throw new FakeTestbed.NoServer();
        };
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(row.message()).isNull();
    }

    @Test
    void cancelDuringThePauseEndsTheRunAtOnce() throws Exception {
        bench.also = event -> {
            if (event instanceof RunEvent.TrialEnded) {
                bench.time.after(Duration.ofSeconds(3), () -> bench.active.cancel());
            }
        };
        RunRow row = bench.run("repeats=2", "pause=600");
        assertThat(row.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(bench.invoker.attempts).hasSize(1);
        assertThat(Duration.between(VirtualTime.START, row.endedAt())).isLessThan(Duration.ofSeconds(6));
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
    void aFullDiskEndsTheRunWithItsSentenceAndStopsTheFunctions() throws Exception {
        bench.invoker.script(attempt -> attempt.work(Duration.ofMillis(50), true, 60));
        bench.store.full = call -> call.equals("append") && bench.store.batches.size() >= 3;
        RunRow row = bench.run("functions=2", "seconds=60");
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(row.message()).isEqualTo("The disk is full. Free some space.");
        assertThat(bench.events(RunEvent.FunctionFailed.class)).hasSize(2);
        assertThat(bench.testbed.log).containsExactly("prepare", "stop", "close");
        assertThat(bench.store.intervals).as("what was stored is kept").isNotEmpty();
        assertThat(bench.store.runs).last().extracting(RunRow::status).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void aDiskThatIsFullToTheEndIsToldAllTheSame() throws Exception {
        bench.store.full = call -> true;
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(row.message()).isEqualTo("The disk is full. Free some space.");
        assertThat(bench.events).last().isEqualTo(new RunEvent.RunEnded(row));
        assertThat(bench.invoker.attempts).isEmpty();
    }

    @Test
    void aRunWhoseEndCannotBeStoredIsNotCalledComplete() throws Exception {
        bench.store.full = call -> call.equals("flush");
        RunRow row = bench.run();
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(row.message()).contains("The disk is full.");
    }

    @Test
    void anUnforeseenErrorEndsTheRunWithACodeAndCleansUp() throws Exception {
        bench.also = event -> {
            if (event instanceof RunEvent.FunctionSaid) {
                throw new IllegalStateException("a bug");
            }
        };
        RunRow row = bench.run("functions=2");
        assertThat(row.status()).isEqualTo(RunStatus.FAILED);
        assertThat(row.message()).matches("An error that was not foreseen ended the run \\(code [0-9A-F]{6}\\)\\..*");
        assertThat(bench.testbed.log).containsExactly("prepare", "stop", "close");
        assertThat(bench.invoker.closed).isTrue();
        bench.also = event -> {};
        assertThat(bench.run().status()).as("the next run is free to start").isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void aSecondRunIsRefusedWhileOneIsUnderWay() throws Exception {
        bench.start();
        assertThatThrownBy(() -> bench.start())
                .isInstanceOf(RunBusyException.class)
                .hasMessageContaining("run-1");
        assertThat(bench.finish().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(bench.run().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void theNextRunCanStartAsSoonAsTheEndIsTold() throws Exception {
        bench.start();
        AtomicReference<Throwable> refused = new AtomicReference<>();
        bench.active.ended().thenRun(() -> {
            try {
                bench.start();
            } catch (LabException | InterruptedException busy) {
                refused.set(busy);
            }
        });
        bench.threads.remove().run();
        assertThat(refused.get()).isNull();
        assertThat(bench.threads).hasSize(1);
    }

    @Test
    void moreFunctionsThanTheTestbedRunsAreRefused() {
        bench.testbed.maxFunctions = 10;
        assertThatThrownBy(() -> bench.start("functions=1,16"))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessage("16 functions at once are more than the 10 that run on Fake.");
        assertThat(bench.threads).isEmpty();
    }

    @Test
    void whatTheTestbedLacksIsSaidBeforeARunBegins() {
        bench.testbed.lacking = new FakeTestbed.NoServer();
        assertThatThrownBy(() -> bench.start()).isInstanceOf(FakeTestbed.NoServer.class);
        assertThat(bench.threads).isEmpty();
    }

    @Test
    void closingTheRunnerCancelsItsRun() throws Exception {

        ExperimentRunner runner = new ExperimentRunner(
                (endpoint, answers, maxFunctions) -> bench.invoker,
                bench.store,
                Clock.systemUTC(),
                bench.leads,
                () -> "run-2",
                "1.0");
        CountDownLatch preparing = new CountDownLatch(1);
        bench.testbed.onPrepare = () -> {
            preparing.countDown();
            new CountDownLatch(1).await();
            return "never";
        };
        ActiveRun run = runner.start(RunBench.plan(), bench.testbed, event -> {});
        assertThat(preparing.await(30, TimeUnit.SECONDS)).isTrue();
        runner.close();
        assertThat(run.ended().toCompletableFuture())
                .isCompletedWithValueMatching(row -> row.status() == RunStatus.CANCELLED);
    }
}
