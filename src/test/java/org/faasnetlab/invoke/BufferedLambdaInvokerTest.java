package org.faasnetlab.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.task.ProbeTask;
import org.faasnetlab.testing.invoke.RecordingInvocationListener;
import org.faasnetlab.testing.invoke.SignatureV4Calculator;
import org.faasnetlab.testing.invoke.StubLambda;
import org.junit.jupiter.api.Test;

class BufferedLambdaInvokerTest {
    private static final FunctionRef FUNCTION = new FunctionRef("faasnetlab-function", "7");
    private static final FunctionRequest REQUEST =
            new FunctionRequest("run-1", 0, 3, 1_000_000, 2_000_000, new ProbeTask());
    private static final FunctionRecord STARTED = new FunctionRecord.Started(12);
    private static final FunctionRecord FINISHED =
            new FunctionRecord.Finished(10, 10, 0, 100_000, null, null, null, null);
    private static final int LAMBDAS_LIMIT_BYTES = 6 * 1024 * 1024;
    private static final int LONGEST_SECONDS = 900;

    private final RecordingInvocationListener heard = new RecordingInvocationListener();
    private final CompletableFuture<StubLambda.Request> seen = new CompletableFuture<>();

    @Test
    void theRecordsOfABufferedResponseReachTheListenerInOrder() throws Exception {
        InvocationEnd end = answer(200, "", line(STARTED) + line(FINISHED));

        assertThat(end).isEqualTo(new InvocationEnd.Complete());
        assertThat(heard.records()).containsExactly(STARTED, FINISHED);
    }

    @Test
    void theRequestIsTheOneOfInvokeAndIsSigned() throws Exception {
        answer(200, "", line(FINISHED));

        StubLambda.Request request = seen.get(30, TimeUnit.SECONDS);
        assertThat(request.line())
                .isEqualTo("POST /2015-03-31/functions/faasnetlab-function/invocations?Qualifier=7 HTTP/1.1");
        assertThat(request.headers()).containsEntry("x-amz-invocation-type", "RequestResponse");
        assertThat(request.headers().get("authorization"))
                .isEqualTo(SignatureV4Calculator.authorization(request, StubLambda.KEYS));
    }

    @Test
    void aFunctionErrorReplacesTheResponse() throws Exception {
        InvocationEnd end = answer(
                200,
                "X-Amz-Function-Error: Unhandled\r\n",
                "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"Task timed out after 900.00 seconds\"}");

        assertThat(end)
                .isEqualTo(new InvocationEnd.FunctionError("Sandbox.Timedout", "Task timed out after 900.00 seconds"));
        assertThat(heard.records()).isEmpty();
    }

    @Test
    void aResponseTooLargeForLambdaIsAFunctionError() throws Exception {
        InvocationEnd end = answer(
                200,
                "X-Amz-Function-Error: Unhandled\r\n",
                "{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":\"exceeded maximum allowed payload\"}");

        assertThat(end)
                .isEqualTo(new InvocationEnd.FunctionError(
                        "Function.ResponseSizeTooLarge", "exceeded maximum allowed payload"));
    }

    @Test
    void tooManyConcurrentInvocationsAreThrottled() throws Exception {
        InvocationEnd end = answer(
                429,
                "x-amzn-errortype: TooManyRequestsException\r\n",
                "{\"Reason\":\"ConcurrentInvocationLimitExceeded\",\"message\":\"Rate Exceeded.\"}");

        assertThat(end).isEqualTo(new InvocationEnd.Throttled("Rate Exceeded. (ConcurrentInvocationLimitExceeded)"));
    }

    @Test
    void aTruncatedResponseIsBroken() throws Exception {
        InvocationEnd end = answer(200, "", line(STARTED) + "{\"type\":\"fini");

        assertThat(end).isInstanceOf(InvocationEnd.Broken.class);
        assertThat(heard.records()).containsExactly(STARTED);
    }

    @Test
    void theLongestMeasurementUsesAThirdOfTheResponseLimit() {
        Interval longest = new Interval(LONGEST_SECONDS * 1_000_000L, 999_999, 99_999_999_999L, 9_999_999L);
        long bytes = LONGEST_SECONDS
                * 10L
                * line(new FunctionRecord.Measured(longest)).length();

        assertThat(bytes).isLessThan(LAMBDAS_LIMIT_BYTES / 3);
    }

    private InvocationEnd answer(int status, String headers, String body) throws Exception {
        assertThat(body.length()).isEqualTo(body.getBytes(StandardCharsets.UTF_8).length);
        try (StubLambda service = new StubLambda((request, answer) -> {
                    seen.complete(request);
                    answer.refuse(status, headers, body);
                });
                LambdaInvoker invoker = new SdkLambdaInvoker(service.endpoint(), ResponseMode.BUFFERED, 1)) {
            invoker.invoke(FUNCTION, REQUEST, heard);
            return heard.awaitEnd();
        }
    }

    private static String line(FunctionRecord functionRecord) {
        return RecordJson.write(functionRecord) + "\n";
    }
}
