package org.faasnetlab.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.invoke.SampleInvocation.FUNCTION;
import static org.faasnetlab.testing.invoke.SampleInvocation.MEASURED;
import static org.faasnetlab.testing.invoke.SampleInvocation.REQUEST;
import static org.faasnetlab.testing.invoke.SampleInvocation.STARTED;
import static org.faasnetlab.testing.invoke.SampleInvocation.TWO_LINES;
import static org.faasnetlab.testing.invoke.SampleInvocation.line;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.faasnetlab.protocol.RequestJson;
import org.faasnetlab.testing.function.TaskTypes;
import org.faasnetlab.testing.invoke.RecordingInvocationListener;
import org.faasnetlab.testing.invoke.SignatureV4Calculator;
import org.faasnetlab.testing.invoke.StubLambda;
import org.junit.jupiter.api.Test;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** Tests the outcome of invocations for various responses of the service. */
class StreamingLambdaInvokerTest {
    private final RecordingInvocationListener heard = new RecordingInvocationListener();

    @Test
    void theRecordsOfAStreamReachTheListenerInOrder() throws Exception {
        InvocationEnd end = invoke((request, answer) -> {
            answer.stream();
            answer.lines(TWO_LINES.substring(0, 10));
            answer.lines(TWO_LINES.substring(10, 60));
            answer.lines(TWO_LINES.substring(60));
            answer.complete();
        });
        assertThat(end).isEqualTo(new InvocationEnd.Complete());
        assertThat(heard.records()).containsExactly(STARTED, MEASURED);
    }

    @Test
    void theRequestIsTheOneOfInvokeWithResponseStream() throws Exception {
        AtomicReference<StubLambda.Request> seen = new AtomicReference<>();
        invoke((request, answer) -> {
            seen.set(request);
            answer.stream();
            answer.complete();
        });
        assertThat(seen.get().line())
                .isEqualTo("POST /2021-11-15/functions/faasnetlab-function/response-streaming-invocations?Qualifier=7"
                        + " HTTP/1.1");
        assertThat(seen.get().headers()).containsEntry("x-amz-invocation-type", "RequestResponse");
        assertThat(RequestJson.read(new String(seen.get().body(), StandardCharsets.UTF_8), TaskTypes.all()))
                .isEqualTo(REQUEST);
    }

    @Test
    void theRequestIsSignedAsVersion4Says() throws Exception {
        AtomicReference<StubLambda.Request> seen = new AtomicReference<>();
        invoke((request, answer) -> {
            seen.set(request);
            answer.stream();
            answer.complete();
        });
        assertThat(seen.get().headers().get("authorization"))
                .contains("/us-east-1/lambda/aws4_request")
                .isEqualTo(SignatureV4Calculator.authorization(seen.get(), StubLambda.KEYS));
    }

    @Test
    void aFunctionErrorAtTheEndIsReported() throws Exception {
        InvocationEnd end = invoke((request, answer) -> {
            answer.stream();
            answer.lines(line(STARTED));
            answer.chunk(StubLambda.invokeComplete(
                    "{\"ErrorCode\":\"Function.Timeout\",\"ErrorDetails\":\"Task timed out after 3.00 seconds\"}"));
            answer.end();
        });
        assertThat(end)
                .isEqualTo(new InvocationEnd.FunctionError("Function.Timeout", "Task timed out after 3.00 seconds"));
        assertThat(heard.records()).containsExactly(STARTED);
    }

    @Test
    void anExceptionInsideTheStreamIsAFunctionError() throws Exception {
        InvocationEnd end = invoke((request, answer) -> {
            answer.stream();
            answer.chunk(StubLambda.message(
                    Map.of(":message-type", "exception", ":exception-type", "ServiceException"),
                    "{\"Message\":\"internal\"}"));
            answer.end();
        });
        assertThat(end).isEqualTo(new InvocationEnd.FunctionError("ServiceException", "internal"));
    }

    @Test
    void anEventOfAnUnknownTypeIsIgnored() throws Exception {
        InvocationEnd end = invoke((request, answer) -> {
            answer.stream();
            answer.chunk(StubLambda.event("SomethingNew", "whatever"));
            answer.complete();
        });
        assertThat(end).isEqualTo(new InvocationEnd.Complete());
    }

    @Test
    void aStreamWithoutTheLastEventIsBroken() throws Exception {
        InvocationEnd end = invoke((request, answer) -> {
            answer.stream();
            answer.lines(line(STARTED));
            answer.end();
        });
        assertThat(end)
                .isEqualTo(new InvocationEnd.Broken(
                        "The connection was closed before the service reported the end of the function."));
    }

    @Test
    void aStreamThatEndsInTheMiddleOfAnEventIsBroken() throws Exception {
        InvocationEnd end = invoke((request, answer) -> {
            answer.stream();
            byte[] event = StubLambda.payload(line(STARTED));
            answer.chunk(Arrays.copyOf(event, event.length - 3));
            answer.end();
        });
        assertThat(end).isEqualTo(new InvocationEnd.Broken("The connection was closed during the function response."));
    }

    @Test
    void aConnectionThatBreaksIsBroken() throws Exception {
        InvocationEnd end = invoke((request, answer) -> {
            answer.stream();
            answer.lines(line(STARTED));
        });
        assertThat(end).isInstanceOf(InvocationEnd.Broken.class);
        assertThat(heard.records()).containsExactly(STARTED);
    }

    @Test
    void aTruncatedLastRecordIsBroken() throws Exception {
        InvocationEnd end = invoke((request, answer) -> {
            answer.stream();
            answer.lines("{\"type\":\"hea");
            answer.complete();
        });
        assertThat(end).isInstanceOf(InvocationEnd.Broken.class);
    }

    @Test
    void aWrongChecksumClosesTheConnection() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        InvocationEnd end = invoke(closed, (request, answer) -> {
            byte[] event = StubLambda.payload(line(STARTED));
            event[event.length - 1] ^= 1;
            answer.stream();
            answer.chunk(event);
            answer.awaitClose();
            closed.countDown();
        });
        assertThat(((InvocationEnd.Broken) end).message()).startsWith("Cannot read the function response: ");
    }

    @Test
    void anInvalidRecordClosesTheConnection() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        InvocationEnd end = invoke(closed, (request, answer) -> {
            answer.stream();
            answer.lines("Hello\n");
            answer.awaitClose();
            closed.countDown();
        });
        assertThat(((InvocationEnd.Broken) end).message())
                .startsWith("Cannot read the function response: not JSON")
                .endsWith(".");
    }

    @Test
    void tooManyRequestsIsThrottled() throws Exception {
        InvocationEnd end = invoke((request, answer) -> answer.refuse(
                429,
                "x-amzn-errortype: TooManyRequestsException\r\n",
                "{\"Reason\":\"ConcurrentInvocationLimitExceeded\",\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}"));
        assertThat(end).isEqualTo(new InvocationEnd.Throttled("Rate Exceeded. (ConcurrentInvocationLimitExceeded)"));
    }

    @Test
    void aRejectionHasTheCodeFromTheHeader() throws Exception {
        InvocationEnd end = invoke((request, answer) -> answer.refuse(
                404,
                "x-amzn-ErrorType: ResourceNotFoundException:http://internal.amazon.com/\r\n",
                "{\"Type\":\"User\",\"Message\":\"Function not found\"}"));
        assertThat(end).isEqualTo(new InvocationEnd.Rejected(404, "ResourceNotFoundException", "Function not found"));
    }

    @Test
    void aRejectionHasTheCodeFromTheBodyAndIsNotRetried() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        InvocationEnd end = invoke((request, answer) -> {
            requests.incrementAndGet();
            answer.refuse(500, "", "{\"__type\":\"com.amazonaws#ServiceException\",\"message\":\"sorry\"}");
        });
        assertThat(end).isEqualTo(new InvocationEnd.Rejected(500, "ServiceException", "sorry"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void aPageOfAProxyIsARejectionWithItsText() throws Exception {
        InvocationEnd end = invoke((request, answer) -> answer.refuse(503, "", "<h1>No way</h1>"));
        assertThat(end).isEqualTo(new InvocationEnd.Rejected(503, "", "<h1>No way</h1>"));
    }

    @Test
    void aMissingServiceIsABrokenConnection() throws Exception {
        // Bind the port without listening, so that no other program can respond on it.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            ServiceEndpoint nowhere = new ServiceEndpoint(
                    URI.create("http://127.0.0.1:" + held.getLocalPort()), "us-east-1", StubLambda.KEYS);
            try (LambdaInvoker invoker = new SdkLambdaInvoker(nowhere, ResponseMode.STREAMED, 1)) {
                invoker.invoke(FUNCTION, REQUEST, heard);
                InvocationEnd end = heard.awaitEnd();
                assertThat(((InvocationEnd.Broken) end).message()).contains("Connection refused");
            }
        }
    }

    @Test
    void aMissingProfileIsReportedAndNotThrown() throws Exception {
        try (StubLambda service = new StubLambda((request, answer) -> answer.complete())) {
            ServiceEndpoint endpoint = new ServiceEndpoint(
                    service.endpoint().uri(), "us-east-1", new CredentialsSource.Profile("no-such-profile-here"));
            try (LambdaInvoker invoker = new SdkLambdaInvoker(endpoint, ResponseMode.STREAMED, 1)) {
                invoker.invoke(FUNCTION, REQUEST, heard);
                assertThat(((InvocationEnd.Unsigned) heard.awaitEnd()).message())
                        .startsWith("Cannot sign the invocation: ")
                        .contains("no-such-profile-here");
            }
        }
    }

    private InvocationEnd invoke(StubLambda.Script script) throws Exception {
        return invoke(new CountDownLatch(0), script);
    }

    /** Invokes once and waits for the end of the invocation and of the script. */
    private InvocationEnd invoke(CountDownLatch scriptDone, StubLambda.Script script) throws Exception {
        try (StubLambda service = new StubLambda(script);
                LambdaInvoker invoker = new SdkLambdaInvoker(service.endpoint(), ResponseMode.STREAMED, 1)) {
            invoker.invoke(FUNCTION, REQUEST, heard);
            InvocationEnd end = heard.awaitEnd();
            assertThat(scriptDone.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(heard.ends()).isEqualTo(List.of(end));
            return end;
        }
    }

    @Test
    void aMessageTypeThatIsNotTextClosesTheConnection() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        InvocationEnd end = invoke(closed, (request, answer) -> {
            ByteArrayOutputStream event = new ByteArrayOutputStream();
            new Message(Map.of(":message-type", HeaderValue.fromBoolean(true)), new byte[0]).encode(event);
            answer.stream();
            answer.chunk(event.toByteArray());
            answer.awaitClose();
            closed.countDown();
        });
        assertThat(((InvocationEnd.Broken) end).message())
                .isEqualTo("Cannot read the function response: the header :message-type of an event is not text.");
    }
}
