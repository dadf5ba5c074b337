package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Reads the answer of a service that did not start the function. */
final class RefusalReader implements BodyReader {
    private final InvocationCall call;
    private final SdkHttpResponse response;
    private final SmallBody body = new SmallBody();

    RefusalReader(InvocationCall call, SdkHttpResponse response) {
        this.call = call;
        this.response = response;
    }

    @Override
    public void accept(ByteBuffer bytes) {
        body.add(bytes);
    }

    @Override
    public void complete() {
        call.end(ServiceErrors.ofRefusal(
                response.statusCode(),
                response.firstMatchingHeader("x-amzn-errortype").orElse(""),
                body.bytes()));
    }
}
