package org.faasnetlab.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.invoke.SampleInvocation.FUNCTION;
import static org.faasnetlab.testing.invoke.SampleInvocation.REQUEST;
import static org.faasnetlab.testing.invoke.SampleInvocation.STARTED;
import static org.faasnetlab.testing.invoke.SampleInvocation.TWO_LINES;
import static org.faasnetlab.testing.invoke.SampleInvocation.line;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.testing.invoke.RecordingInvocationListener;
import org.faasnetlab.testing.invoke.StubLambda;
import org.junit.jupiter.api.Test;

/** Cancels invocations that are in progress. */
class CancelledInvocationTest {
    private final RecordingInvocationListener heard = new RecordingInvocationListener();

    @Test
    void cancelClosesTheConnectionAndEndsOnce() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (StubLambda service = new StubLambda((request, answer) -> {
                    answer.stream();
                    answer.lines(line(STARTED));
                    answer.awaitClose();
                    closed.countDown();
                });
                LambdaInvoker invoker = new SdkLambdaInvoker(service.endpoint(), ResponseMode.STREAMED, 1)) {
            Invocation invocation = invoker.invoke(FUNCTION, REQUEST, heard);
            heard.awaitRecord();
            invocation.cancel();
            invocation.cancel();
            assertThat(heard.ends()).containsExactly(new InvocationEnd.Cancelled());
            assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(heard.ends()).hasSize(1);
        assertThat(heard.records()).containsExactly(STARTED);
    }

    @Test
    void cancelImmediatelyAfterInvokingEndsTheListenerOnce() throws Exception {
        try (StubLambda service = new StubLambda((request, answer) -> answer.awaitClose());
                LambdaInvoker invoker = new SdkLambdaInvoker(service.endpoint(), ResponseMode.STREAMED, 1)) {
            invoker.invoke(FUNCTION, REQUEST, heard).cancel();
        }
        assertThat(heard.ends()).containsExactly(new InvocationEnd.Cancelled());
    }

    @Test
    void cancelFromTheListenerItselfIsAllowed() throws Exception {
        AtomicReference<Invocation> invocation = new AtomicReference<>();
        CountDownLatch invoked = new CountDownLatch(1);
        InvocationListener canceller = new InvocationListener() {
            @Override
            public void onRecord(FunctionRecord functionRecord) {
                heard.onRecord(functionRecord);
                invocation.get().cancel();
            }

            @Override
            public void onEnd(InvocationEnd end) {
                heard.onEnd(end);
            }
        };
        try (StubLambda service = new StubLambda((request, answer) -> {
                    await(invoked);
                    answer.stream();
                    answer.lines(TWO_LINES);
                    answer.awaitClose();
                });
                LambdaInvoker invoker = new SdkLambdaInvoker(service.endpoint(), ResponseMode.STREAMED, 1)) {
            invocation.set(invoker.invoke(FUNCTION, REQUEST, canceller));
            invoked.countDown();
            assertThat(heard.awaitEnd()).isEqualTo(new InvocationEnd.Cancelled());
        }
        assertThat(heard.records()).containsExactly(STARTED);
        assertThat(heard.ends()).hasSize(1);
    }

    @Test
    void closingTheInvokerCancelsRunningInvocations() throws Exception {
        LambdaInvoker invoker;
        try (StubLambda service = new StubLambda((request, answer) -> {
            answer.stream();
            answer.lines(line(STARTED));
            answer.awaitClose();
        })) {
            invoker = new SdkLambdaInvoker(service.endpoint(), ResponseMode.STREAMED, 1);
            invoker.invoke(FUNCTION, REQUEST, heard);
            heard.awaitRecord();
            invoker.close();
            assertThat(heard.awaitEnd()).isEqualTo(new InvocationEnd.Cancelled());
        }
        RecordingInvocationListener late = new RecordingInvocationListener();
        invoker.invoke(FUNCTION, REQUEST, late);
        assertThat(late.awaitEnd()).isEqualTo(new InvocationEnd.Cancelled());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
