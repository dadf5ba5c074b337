package org.faasnetlab.run.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.run.ExperimentRunner;
import org.faasnetlab.run.RunIdGenerator;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.function.TaskTypes;
import org.faasnetlab.testing.invoke.StubLambda;
import org.faasnetlab.testing.run.FakeTestbed;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.testing.store.InMemoryRunStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Responses of Lambda to some of a run's functions, and how the run handles them. */
@Timeout(120)
class ServiceAnswersIT {
    private static final String STREAMS = "response-streaming-invocations";

    private final Clock clock = Clock.systemUTC();
    private final FakeTestbed testbed = new FakeTestbed();
    private final InMemoryRunStore store = new InMemoryRunStore();

    @Test
    void refusedOrBrokenInvocationIsFailureAndNeverSample() throws Exception {
        RunRow run = run("functions=6", (request, call, answer) -> {
            switch (request.functionIndex()) {
                case 0 ->
                    answer.refuse(
                            429,
                            "x-amzn-errortype: TooManyRequestsException\r\n",
                            "{\"Reason\":\"ConcurrentInvocationLimitExceeded\",\"message\":\"Rate Exceeded.\"}");
                case 1 ->
                    answer.refuse(
                            403,
                            "x-amzn-errortype: ExpiredTokenException\r\n",
                            "{\"message\":\"The security token included in the request is expired\"}");
                case 2 -> {
                    answer.stream();
                    answer.lines(intervals(request));
                    answer.end();
                }
                case 3 -> {
                    answer.stream();
                    answer.lines(intervals(request));
                    answer.fail("Runtime.ExitError", "signal: killed");
                }
                default -> {
                    answer.stream();
                    answer.lines(intervals(request) + finished());
                    answer.complete();
                }
            }
        });

        assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
        List<FunctionRow> functions = store.functions(run.id());
        assertThat(functions)
                .extracting(FunctionRow::failure)
                .containsExactly(
                        FailureReason.THROTTLED,
                        FailureReason.REJECTED,
                        FailureReason.STREAM_BROKEN,
                        FailureReason.FUNCTION_ERROR,
                        null,
                        null);
        assertThat(functions.subList(0, 4))
                .allSatisfy(row -> assertThat(row.bandwidth()).isNull());
        assertThat(functions.subList(4, 6))
                .allSatisfy(row -> assertThat(row.bandwidth()).isNotNull());
        assertThat(functions.get(1).failureMessage()).contains("ExpiredTokenException");
    }

    @Test
    void onlyThrottledFunctionsAreRetriedAndOnlyBeforeT0() throws Exception {
        AtomicInteger throttled = new AtomicInteger();
        AtomicInteger expired = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        run("functions=2", (request, call, answer) -> {
            if (clock.millis() > request.startAtEpochMs() + 1000) {
                late.incrementAndGet();
            }
            if (request.functionIndex() == 0) {
                throttled.incrementAndGet();
                answer.refuse(429, "x-amzn-errortype: TooManyRequestsException\r\n", "{}");
            } else {
                expired.incrementAndGet();
                answer.refuse(403, "x-amzn-errortype: ExpiredTokenException\r\n", "{}");
            }
        });

        assertThat(throttled).hasValueGreaterThan(1);
        assertThat(expired).hasValue(1);
        assertThat(late).hasValue(0);
    }

    @Test
    void regionWithoutStreamingIsMeasuredWithChartsAfterTrial() throws Exception {
        testbed.answers = ResponseMode.BUFFERED;
        RunRow run = run("functions=2", (request, call, answer) -> {
            if (call.line().contains(STREAMS)) {
                answer.refuse(404, "", "{}");
            } else {
                answer.refuse(200, "", ready() + intervals(request) + finished());
            }
        });

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(store.intervals).hasSize(10);
        assertThat(store.functions(run.id())).allSatisfy(row -> {
            assertThat(row.finished()).isTrue();
            assertThat(row.readyMicros()).isLessThan(Duration.ofSeconds(60).toNanos() / 1000);
        });
    }

    @Test
    void nonsenseOfOneFunctionFailsThatFunctionOnly() throws Exception {
        List<String> nonsense = List.of(
                "{\"type\":\"interval\",\"offsetUs\":0,\"durationUs\":100000,\"bytes\":-1}",
                "{\"type\":\"interval\",\"offsetUs\":0,\"durationUs\":100000,\"bytes\":9223372036854775807}",
                "{\"type\":\"interval\",\"offsetUs\":1000000000000000,\"durationUs\":100000,\"bytes\":1}",
                "{\"type\":\"finished\",\"senderBytes\":1,\"receiverBytes\":1,\"offsetUs\":0,\"durationUs\":-1}");
        RunRow run = run("functions=6", (request, call, answer) -> {
            answer.stream();
            answer.lines(ready() + intervals(request));
            if (request.functionIndex() < nonsense.size()) {
                answer.lines(nonsense.get(request.functionIndex()) + "\n");
            }
            answer.lines(finished());
            answer.complete();
        });

        assertThat(run.status()).isEqualTo(RunStatus.PARTIAL);
        List<FunctionRow> functions = store.functions(run.id());
        assertThat(functions.subList(0, 4)).allSatisfy(row -> {
            assertThat(row.failure()).isEqualTo(FailureReason.STREAM_BROKEN);
            assertThat(row.failureMessage()).startsWith("Cannot read the function response: ");
            assertThat(row.bandwidth()).isNull();
        });
        assertThat(functions.subList(4, 6))
                .allSatisfy(row -> assertThat(row.bandwidth()).isNotNull());
        assertThat(RunAnalysis.withBundledData()
                        .of(store.load(run.id()).orElseThrow())
                        .trials()
                        .get(0)
                        .summary()
                        .finished())
                .isEqualTo(2);
    }

    private interface Play {
        void answer(FunctionRequest request, StubLambda.Request call, StubLambda.Answer answer) throws IOException;
    }

    private RunRow run(String setting, Play play) throws Exception {
        try (StubLambda service = new StubLambda((call, answer) ->
                        play.answer(RequestJson.read(new String(call.body(), UTF_8), TaskTypes.all()), call, answer));
                ExperimentRunner runner = new ExperimentRunner(new ExperimentRunner.Services(
                        SdkLambdaInvoker::new,
                        store,
                        clock,
                        new LeadEstimator(clock),
                        new RunIdGenerator(clock, ZoneOffset.UTC, new Random()),
                        PRESETS,
                        Map.of("app", "1.0")))) {
            testbed.lambda = service.endpoint();
            return runner.start(RunnerHarness.plan(setting), testbed, new RunProgress(clock))
                    .ended()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
        }
    }

    private String ready() {
        return line(
                new FunctionRecord.Ready("sandbox", "log", true, 1769, "amd64", "Java", clock.millis() * 1000, "3.12"));
    }

    private static String intervals(FunctionRequest request) {
        StringBuilder lines = new StringBuilder(line(new FunctionRecord.Started(0)));
        for (int i = 0; i < 5; i++) {
            lines.append(line(new FunctionRecord.Measured(
                    new Interval(i * 100_000L, 100_000, 1000L * (request.functionIndex() + 1), null))));
        }
        return lines.toString();
    }

    private static String finished() {
        return line(new FunctionRecord.Finished(5000, 5000, 0, 500_000, null, null, null, null));
    }

    private static String line(FunctionRecord functionRecord) {
        return RecordJson.write(functionRecord) + "\n";
    }
}
