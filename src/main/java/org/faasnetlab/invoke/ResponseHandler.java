package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import org.faasnetlab.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/**
 * Receives the response to one request from the HTTP client, one chunk at a time: the next chunk is requested after the
 * previous one was processed, so that a slow listener throttles the connection instead of filling memory.
 */
final class ResponseHandler implements SdkAsyncHttpResponseHandler, Subscriber<ByteBuffer> {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseHandler.class);
    private static final int OK = 200;

    private final OngoingInvocation call;
    private final ResponseMode mode;
    private @Nullable ResponseBodyReader body;
    private @Nullable Subscription chunks;

    ResponseHandler(OngoingInvocation call, ResponseMode mode) {
        this.call = call;
        this.mode = mode;
    }

    @Override
    public void onHeaders(SdkHttpResponse response) {
        body = response.statusCode() == OK ? answer(response) : ErrorBodyReader.ofRefusal(call, response);
    }

    private ResponseBodyReader answer(SdkHttpResponse response) {
        return mode == ResponseMode.STREAMED ? new StreamedBodyReader(call) : BufferedBodyReader.of(call, response);
    }

    @Override
    public void onStream(Publisher<ByteBuffer> stream) {
        stream.subscribe(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        chunks = subscription;
        subscription.request(1);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
        if (body == null || chunks == null) {
            throw new IllegalStateException("body before headers");
        }
        try {
            if (!call.hasEnded()) {
                body.accept(bytes);
            }
            chunks.request(1);
        } catch (ProtocolException e) {
            call.endAndClose(new InvocationEnd.Broken("Cannot read the function response: " + e.getMessage() + "."));
        } catch (RuntimeException e) {
            // The HTTP client would drop it, and the invocation would never end.
            LOG.error("Unexpected error in a function response", e);
            call.endAndClose(new InvocationEnd.Broken("Cannot read the function response: " + e + "."));
        }
    }

    @Override
    public void onComplete() {
        if (body != null) {
            body.complete();
        }
    }

    @Override
    public void onError(Throwable cause) {
        call.end(InvocationEnd.Broken.of(cause));
    }
}
