package org.faasnetlab.run.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.run.FakeInvoker;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.testing.run.VirtualClock;
import org.junit.jupiter.api.Test;

/** When functions start, and what happens to those that are slow to become ready. */
class FunctionStartTest {
    private final RunnerHarness bench = new RunnerHarness();
    private final List<Set<Integer>> signals = new ArrayList<>();

    /** Functions become ready after their delay, and start at the signal. */
    private void awaitStart(Duration... readyAfter) {
        bench.invoker.script(attempt -> {
            assertThat(attempt.request.awaitStart()).isTrue();
            Duration delay = readyAfter[attempt.request.functionIndex()];
            if (delay != null) {
                attempt.ready(delay, true);
            }
        });
        bench.testbed.onStartSignal = (start, functions) -> {
            signals.add(functions);
            Instant t0 = Instant.ofEpochMilli(start.startAtEpochMs());
            bench.invoker.attempts.stream()
                    .filter(attempt -> functions.contains(attempt.request.functionIndex()))
                    .forEach(attempt -> attempt.transfer(t0, t0, 1));
        };
    }

    private Duration t0() {
        return Duration.between(
                VirtualClock.START,
                bench.events(RunEvent.StartChosen.class).get(0).t0());
    }

    @Test
    void t0IsChosenWhenTheSlowestFunctionIsReady() throws Exception {
        awaitStart(Duration.ofMillis(80), Duration.ofSeconds(45), Duration.ofSeconds(100));

        RunRow row = bench.run("functions=3");

        assertThat(row.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(signals).containsExactly(Set.of(0, 1, 2));
        assertThat(t0()).isBetween(Duration.ofMillis(100_200), Duration.ofMillis(101_000));
        assertThat(bench.store.trials("run-1").get(0).t0EpochMicros())
                .isEqualTo(VirtualClock.START.plus(t0()).toEpochMilli() * 1000);
        assertThat(bench.store.functions("run-1"))
                .allSatisfy(function -> assertThat(function.startOffsetMicros()).isZero());
        assertThat(bench.testbed.starts).containsExactly(VirtualClock.START.plus(t0()));
        assertThat(bench.testbed.closedSignals).isEqualTo(1);
    }

    @Test
    void aFunctionThatNeverBecomesReadyIsASlowStartAndTheRestIsMeasured() throws Exception {
        awaitStart(Duration.ofMillis(80), null, Duration.ofMillis(90));

        RunRow row = bench.run("functions=3");

        assertThat(row.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(signals).containsExactly(Set.of(0, 2));
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .containsExactly(new RunEvent.FunctionFailed(
                        0, 1, FailureReason.SLOW_START, "The function was not ready within 60 s of its invocation."));
        assertThat(bench.testbed.log).as("the slow one is stopped").contains("stop");
    }

    @Test
    void ifNoneBecomesReadyTheTrialFailsWithoutAStart() throws Exception {
        awaitStart(null, null);

        assertThat(bench.run("functions=2").status()).isEqualTo(RunStatus.FAILED);
        assertThat(signals).isEmpty();
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .extracting(RunEvent.FunctionFailed::reason)
                .containsExactly(FailureReason.SLOW_START, FailureReason.SLOW_START);
    }

    @Test
    void afterTenMinutesTheTrialStartsWithTheFunctionsThatAreReady() throws Exception {
        Duration[] oneEvery50Seconds = IntStream.range(0, 20)
                .mapToObj(i -> Duration.ofSeconds(50L * i))
                .toArray(Duration[]::new);
        awaitStart(oneEvery50Seconds);

        assertThat(bench.run("functions=20").status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(signals).containsExactly(IntStream.rangeClosed(0, 12).boxed().collect(Collectors.toSet()));
    }

    @Test
    void aSilentFunctionWithItsStartInTheEventIsASlowStartToo() throws Exception {
        bench.invoker.script(attempt -> {
            if (attempt.request.functionIndex() == 0) {
                attempt.work(Duration.ofMillis(50), true, 1);
            }
        });

        assertThat(bench.run("functions=2").status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .extracting(RunEvent.FunctionFailed::reason)
                .containsExactly(FailureReason.SLOW_START);
    }

    @Test
    void aDeadlineMissedBecauseOfALateStartIsNotCalledADeadline() throws Exception {
        bench.invoker.script(attempt -> {
            Instant late = attempt.t0().plusMillis(12_300);
            attempt.ready(Duration.between(bench.time.instant(), late), true);
            attempt.at(late.plusSeconds(4), () -> {
                attempt.say(new FunctionRecord.Failed(FailureReason.DEADLINE, "The deadline was reached.", false));
                attempt.end(new org.faasnetlab.invoke.InvocationEnd.Complete());
            });
        });

        bench.run();

        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .containsExactly(new RunEvent.FunctionFailed(
                        0,
                        0,
                        FailureReason.SLOW_START,
                        "The function was ready only 12.3 s after T0, and did not finish before its deadline."));
    }

    @Test
    void aFunctionOfAnotherMemorySizeIsRefused() throws Exception {
        bench.invoker.script(attempt -> {
            if (attempt.request.functionIndex() == 1) {
                attempt.at(
                        bench.time.instant().plusMillis(20),
                        () -> attempt.say(
                                new FunctionRecord.Ready("sandbox", "log", true, 1024, "amd64", "Java 17", 0, "3.12")));
            } else {
                attempt.work(Duration.ofMillis(50), true, 1);
            }
        });

        assertThat(bench.run("functions=2", "memory=512").status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .containsExactly(new RunEvent.FunctionFailed(
                        0,
                        1,
                        FailureReason.WRONG_MEMORY,
                        "The function has 1024 MB of memory, but the trial measures 512 MB."));
        assertThat(bench.invoker.attempts).allMatch(FakeInvoker.Attempt::ended);
    }
}
