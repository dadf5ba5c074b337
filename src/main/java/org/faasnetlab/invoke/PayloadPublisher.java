package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.http.async.SdkHttpContentPublisher;

/** The event as the body of a request: one chunk. */
final class PayloadPublisher implements SdkHttpContentPublisher {
    private final byte[] event;

    PayloadPublisher(byte[] event) {
        this.event = event;
    }

    @Override
    public Optional<Long> contentLength() {
        return Optional.of((long) event.length);
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Subscription() {
            private boolean sent;

            @Override
            public void request(long chunks) {
                if (!sent) {
                    sent = true;
                    subscriber.onNext(ByteBuffer.wrap(event));
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                sent = true;
            }
        });
    }
}
