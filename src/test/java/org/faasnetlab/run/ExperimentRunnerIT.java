package org.faasnetlab.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.run.trial.LeadEstimator;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.function.TaskTypes;
import org.faasnetlab.testing.invoke.StubLambda;
import org.faasnetlab.testing.run.FakeTestbed;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.testing.store.InMemoryRunStore;
import org.junit.jupiter.api.Test;

/** The runner with the real invoker, real clock and real threads, against fake functions on loopback. */
class ExperimentRunnerIT {
    private final Clock clock = Clock.systemUTC();
    private final FakeTestbed testbed = new FakeTestbed();
    private final InMemoryRunStore store = new InMemoryRunStore();
    private final Set<Integer> warm = ConcurrentHashMap.newKeySet();

    @Test
    void aRunOverLoopbackIsCompletedAndItsRecordsAreStored() throws Exception {
        try (StubLambda service = new StubLambda(this::play);
                ExperimentRunner runner = runner()) {
            testbed.lambda = service.endpoint();
            Instant asked = clock.instant();
            List<RunEvent> cold = run(runner, "functions=16");
            Instant askedAgain = clock.instant();
            List<RunEvent> warmed = run(runner, "functions=1");

            assertThat(cold)
                    .last()
                    .isInstanceOfSatisfying(
                            RunEvent.RunEnded.class,
                            ended -> assertThat(ended.run().status()).isEqualTo(RunStatus.COMPLETED));
            assertThat(store.functions(runId(cold))).hasSize(16).allMatch(FunctionRow::finished);
            assertThat(store.functions(runId(warmed))).singleElement().matches(FunctionRow::finished);
            assertThat(store.intervals).hasSize(16 * 5 + 5);
            // Generous limits for a busy computer; typical values are 1.3 s and 0.7 s.
            assertThat(Duration.between(asked, firstInterval(cold))).isLessThan(Duration.ofSeconds(10));
            assertThat(Duration.between(askedAgain, firstInterval(warmed))).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void cancelStopsRunWithActiveFunctions() throws Exception {
        CountDownLatch underWay = new CountDownLatch(8);
        try (StubLambda service = new StubLambda((request, answer) -> {
                    underWay.countDown();
                    answer.awaitClose();
                });
                ExperimentRunner runner = runner()) {
            testbed.lambda = service.endpoint();
            ActiveRun run =
                    runner.start(RunnerHarness.plan("functions=8"), testbed, new RunProgress(Clock.systemUTC()));
            assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();
            run.cancel();
            RunRow row = run.ended().toCompletableFuture().get(30, TimeUnit.SECONDS);
            assertThat(row.status()).isEqualTo(RunStatus.CANCELLED);
            assertThat(store.functions(row.id()))
                    .extracting(FunctionRow::failure)
                    .hasSize(8)
                    .containsOnly(FailureReason.CANCELLED);
        }
    }

    private ExperimentRunner runner() {
        return new ExperimentRunner(new ExperimentRunner.Services(
                SdkLambdaInvoker::new,
                store,
                clock,
                new LeadEstimator(clock),
                new RunIdGenerator(clock, ZoneOffset.UTC, new Random()),
                PRESETS,
                Map.of("app", "1.0")));
    }

    private List<RunEvent> run(ExperimentRunner runner, String... settings) throws Exception {
        List<RunEvent> events = new CopyOnWriteArrayList<>();
        runner.start(RunnerHarness.plan(settings), testbed, RunProgress.notifying(Clock.systemUTC(), events::add))
                .ended()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        return events;
    }

    private static String runId(List<RunEvent> events) {
        return ((RunEvent.RunEnded) events.get(events.size() - 1)).run().id();
    }

    private static Instant firstInterval(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.FunctionReported.class::isInstance)
                .map(RunEvent.FunctionReported.class::cast)
                .filter(said -> said.functionRecord() instanceof FunctionRecord.Measured)
                .findFirst()
                .orElseThrow()
                .at();
    }

    private void play(StubLambda.Request call, StubLambda.Answer answer) throws IOException {
        FunctionRequest request = RequestJson.read(new String(call.body(), UTF_8), TaskTypes.all());
        boolean cold = warm.add(request.functionIndex());
        answer.stream();
        answer.lines(line(new FunctionRecord.Ready(
                "sandbox-" + request.functionIndex(),
                "log",
                cold,
                1769,
                "amd64",
                "Java",
                clock.millis() * 1000,
                null)));
        sleep(request.startAtEpochMs() - clock.millis());
        answer.lines(line(new FunctionRecord.Started(0)));
        for (int i = 0; i < 5; i++) {
            sleep(100);
            answer.lines(line(new FunctionRecord.Measured(new Interval(i * 100_000L, 100_000, 1000, null))));
        }
        answer.lines(line(new FunctionRecord.Finished(5000, 5000, 0, 500_000, null, null, null, null)));
        answer.complete();
    }

    private static String line(FunctionRecord functionRecord) {
        return RecordJson.write(functionRecord) + "\n";
    }

    private static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(Math.max(0, millis));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
