package org.faasnetlab.run.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.run.FakeInvoker;
import org.faasnetlab.testing.run.FakeTestbed;
import org.faasnetlab.testing.run.RunnerHarness;
import org.faasnetlab.testing.run.VirtualClock;
import org.junit.jupiter.api.Test;

/** How functions of a trial finish, with or without a result. */
class FunctionOutcomeTest {
    private final RunnerHarness bench = new RunnerHarness();

    @Test
    void throttledFunctionIsInvokedAgainUntilAccepted() throws Exception {
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
                        Duration.between(VirtualClock.START, attempt.at).toMillis())
                .containsExactly(0L, 105L, 310L);
        assertThat(bench.events(RunEvent.FunctionRetried.class)).hasSize(2);
        assertThat(bench.events(RunEvent.FunctionInvoked.class)).hasSize(3);
        assertThat(bench.store.functions("run-1").get(0).readyMicros()).isEqualTo(50_000);
    }

    @Test
    void aFunctionThatIsThrottledUntilT0Fails() throws Exception {
        bench.invoker.script(attempt -> {
            if (attempt.request.functionIndex() == 1) {
                attempt.endAfter(Duration.ofMillis(5), new InvocationEnd.Throttled("Rate Exceeded."));
            } else {
                attempt.work(Duration.ofMillis(50), true, 1);
            }
        });
        RunRow row = bench.run("functions=2");
        assertThat(row.status()).isEqualTo(RunStatus.PARTIAL);
        assertThat(row.message())
                .startsWith("1 of 2 functions failed; first failure: ")
                .contains("Rate Exceeded.");
        assertThat(bench.events(RunEvent.FunctionFailed.class))
                .extracting(RunEvent.FunctionFailed::reason)
                .containsExactly(FailureReason.THROTTLED);
        Instant t0 = bench.invoker.attempts.get(0).t0();
        assertThat(bench.invoker.attempts).allMatch(attempt -> attempt.at.isBefore(t0));
    }

    @Test
    void refusalIsStoredWithTestbedsExplanation() throws Exception {
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
    void eachKindOfMissingResultIsSeparateFailure() throws Exception {
        List<InvocationEnd> ends = List.of(
                new InvocationEnd.Complete(),
                new InvocationEnd.Rejected(404, "ResourceNotFoundException", "no such function"),
                new InvocationEnd.FunctionError("Function.Timeout", "timed out"),
                new InvocationEnd.Broken("The connection broke."));
        bench.invoker.script(
                attempt -> attempt.endAfter(Duration.ofMillis(10), ends.get(attempt.request.functionIndex())));
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
    void functionsLastRecordTakesPrecedenceOverStreamEnd() throws Exception {
        bench.invoker.script(attempt -> {
            if (attempt.request.functionIndex() == 0) {
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
    void unresponsiveFunctionIsCutOffAfterDeadline() throws Exception {
        bench.invoker.script(attempt -> {
            if (attempt.request.functionIndex() == 0) {
                attempt.work(Duration.ofMillis(50), true, 1);
            } else {
                attempt.ready(Duration.ofMillis(50), true);
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
}
