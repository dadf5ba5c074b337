package org.faasnetlab.testbed.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SandboxProcessTest {
    private final AcceptedInvocation first = invocation("first");
    private final SandboxProcess sandbox = new SandboxProcess("token", new FunctionVersion(128), first);
    private final ExecutorService process = Executors.newSingleThreadExecutor();

    @AfterEach
    void endProcess() {
        process.shutdownNow();
    }

    @Test
    void theProcessReceivesEachInvocationOnce() throws Exception {
        assertThat(sandbox.awaitNext()).isSameAs(first);
        Future<AcceptedInvocation> next = process.submit(sandbox::awaitNext);
        assertThat(sandbox.finish(first)).isTrue();
        AcceptedInvocation second = invocation("second");
        assertThat(sandbox.assign(second)).isTrue();

        assertThat(next.get(10, TimeUnit.SECONDS)).isSameAs(second);
    }

    @Test
    void aSecondPollCancelsTheFirst() throws Exception {
        sandbox.finish(sandbox.awaitNext());
        Future<AcceptedInvocation> lost = process.submit(sandbox::awaitNext);
        ExecutorService reconnected = Executors.newSingleThreadExecutor();
        try {
            Future<AcceptedInvocation> asked = reconnected.submit(sandbox::awaitNext);
            // The later call cancels the earlier one, which returns; the later one waits for the event.
            AcceptedInvocation second = invocation("second");
            while (!lost.isDone() && !asked.isDone()) {
                Thread.onSpinWait();
            }
            sandbox.assign(second);
            assertThat(new Object[] {lost.get(10, TimeUnit.SECONDS), asked.get(10, TimeUnit.SECONDS)})
                    .containsExactlyInAnyOrder(null, second);
        } finally {
            reconnected.shutdownNow();
        }
    }

    @Test
    void onlyAReceivedInvocationCanBeAnswered() throws Exception {
        assertThat(sandbox.beginAnswer("first")).isNull();
        sandbox.awaitNext();

        assertThat(sandbox.beginAnswer("another")).isNull();
        assertThat(sandbox.beginAnswer("first")).isSameAs(first);
        assertThat(sandbox.isAnswering()).isTrue();
    }

    @Test
    void anInvocationEndsOnce() throws Exception {
        sandbox.awaitNext();

        assertThat(sandbox.end()).isSameAs(first);
        assertThat(sandbox.end()).isNull();
        assertThat(sandbox.finish(first)).isFalse();
        assertThat(sandbox.endDuring(first)).isFalse();
    }

    @Test
    void anEndedSandboxAcceptsNothingAndReleasesItsProcess() throws Exception {
        sandbox.end();

        assertThat(sandbox.assign(invocation("second"))).isFalse();
        assertThat(sandbox.awaitNext()).isNull();
    }

    @Test
    void theTimeoutOfAFinishedInvocationDoesNotAffectTheNext() throws Exception {
        CompletableFuture<Void> limit = new CompletableFuture<>();
        sandbox.awaitNext();
        sandbox.limit(first, true, limit);

        sandbox.finish(first);

        assertThat(limit).isCancelled();
        CompletableFuture<Void> late = new CompletableFuture<>();
        sandbox.limit(first, true, late);
        assertThat(late).isCancelled();
    }

    @Test
    void theStartTimeoutDoesNotReplaceTheFunctionTimeout() throws Exception {
        sandbox.awaitNext();
        CompletableFuture<Void> run = new CompletableFuture<>();
        sandbox.limit(first, true, run);
        CompletableFuture<Void> start = new CompletableFuture<>();

        sandbox.limit(first, false, start);

        assertThat(start).isCancelled();
        assertThat(run).isNotDone();
    }

    private static AcceptedInvocation invocation(String id) {
        return new AcceptedInvocation(id, new byte[0], new ResponseBuffer());
    }
}
