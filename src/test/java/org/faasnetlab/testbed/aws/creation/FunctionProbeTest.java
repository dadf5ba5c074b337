package org.faasnetlab.testbed.aws.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.Invocation;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testing.aws.FakeSleeper;
import org.faasnetlab.testing.aws.TestAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionProbeTest {

    private static final FunctionRef FUNCTION = new FunctionRef("inside", "7");
    private static final FunctionRecord.Ready READY =
            new FunctionRecord.Ready("sandbox-1", "log", true, 512, "amd64", "Java 21", 1, null);

    private final FakeSleeper time = new FakeSleeper(Instant.parse("2026-11-23T12:00:00Z"));
    private final AnsweringInvoker streaming = new AnsweringInvoker();
    private final AnsweringInvoker buffered = new AnsweringInvoker();

    @Test
    void functionThatRespondsIsReady() throws Exception {
        streaming.answers(new InvocationEnd.Complete(), READY);

        assertThat(probe()).isEqualTo(new FunctionProbe.Result(FUNCTION, READY, Duration.ZERO, true));
        assertThat(streaming.requests).singleElement().satisfies(request -> {
            assertThat(request.task()).isEqualTo(new ProbeTask());
            assertThat(request.startAtEpochMs()).isEqualTo(time.millis());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "404, '', 404 page not found",
        "501, '', not implemented",
        "400, UnknownOperationException, no such operation",
        "400, InvalidParameterValueException, Response streaming is not supported in this Region."
    })
    void bufferedInvocationIsUsedWhereStreamingIsUnavailable(int status, String code, String message) throws Exception {
        streaming.answers(new InvocationEnd.Rejected(status, code, message));
        buffered.answers(new InvocationEnd.Complete(), READY);

        assertThat(probe()).isEqualTo(new FunctionProbe.Result(FUNCTION, READY, Duration.ZERO, false));
    }

    @Test
    void functionThatIsNotReadyIsRetried() throws Exception {
        streaming.answers(new InvocationEnd.Rejected(502, "ResourceNotReadyException", "not ready"));
        streaming.answers(new InvocationEnd.Throttled("Rate exceeded"));
        streaming.answers(new InvocationEnd.Broken("The connection was closed."));
        streaming.answers(new InvocationEnd.Complete(), READY);

        assertThat(probe().streamed()).isTrue();
        assertThat(time.sleeps()).hasSize(3);
    }

    @Test
    void unresponsiveFunctionIsReported() {
        for (int i = 0; i < 6; i++) {
            streaming.answers(new InvocationEnd.Broken("The connection was closed."));
        }

        assertThat(failure(CreationException.class))
                .hasMessage("Unexpected response from function inside: The connection was closed.");
    }

    @Test
    void deniedInvocationNamesAction() {
        streaming.answers(new InvocationEnd.Rejected(
                403,
                "AccessDeniedException",
                "User: ada is not authorized to perform: lambda:InvokeFunction on inside"));

        assertThat(failure(AwsAccessException.class))
                .hasMessage("Access denied: profile \"lab\" is not authorized to perform lambda:InvokeFunction.");
        assertThat(buffered.requests).isEmpty();
    }

    @Test
    void missingFunctionIsNotMistakenForMissingStreaming() {
        streaming.answers(new InvocationEnd.Rejected(404, "ResourceNotFoundException", "Function not found: inside"));

        assertThat(failure(AwsAccessException.class)).hasMessageContaining("Function not found");
        assertThat(buffered.requests).isEmpty();
    }

    @Test
    void errorInsideFunctionIsReported() {
        streaming.answers(new InvocationEnd.FunctionError("Runtime.ExitError", "exit status 1"));
        assertThat(failure(CreationException.class)).hasMessageContaining("Runtime.ExitError: exit status 1.");

        streaming.answers(
                new InvocationEnd.Complete(),
                READY,
                new FunctionRecord.Failed(FailureReason.INTERNAL, "No room.", false));
        assertThat(failure(CreationException.class)).hasMessageEndingWith("inside: No room.");

        streaming.answers(new InvocationEnd.Complete());
        assertThat(failure(CreationException.class)).hasMessageEndingWith("inside: it ended without a final record.");
    }

    private FunctionProbe.Result probe() throws LabException, InterruptedException {
        AwsAccount account = TestAccounts.at(URI.create("http://127.0.0.1:1"));
        return new FunctionProbe(streaming, buffered, account.failures(), time)
                .probe(FUNCTION, time.cancellableBy(new Cancellation()));
    }

    private <E extends LabException> E failure(Class<E> type) {
        return catchThrowableOfType(type, this::probe);
    }

    /** Ends each invocation with the next of its answers. */
    private static final class AnsweringInvoker implements LambdaInvoker {

        private record Answer(InvocationEnd end, List<FunctionRecord> records) {}

        private final Deque<Answer> answers = new ArrayDeque<>();
        private final Deque<FunctionRequest> requests = new ArrayDeque<>();

        void answers(InvocationEnd end, FunctionRecord... records) {
            answers.add(new Answer(end, List.of(records)));
        }

        @Override
        public Invocation invoke(FunctionRef function, FunctionRequest request, InvocationListener listener) {
            requests.add(request);
            Answer answer = answers.remove();
            answer.records().forEach(listener::onRecord);
            listener.onEnd(answer.end());
            return () -> {};
        }

        @Override
        public void close() {
            answers.clear();
        }
    }
}
