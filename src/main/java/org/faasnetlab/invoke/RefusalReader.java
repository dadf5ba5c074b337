package org.faasnetlab.invoke;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Reads the answer of a service that did not start the function. */
final class RefusalReader implements BodyReader {
    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final InvocationCall call;
    private final SdkHttpResponse response;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    RefusalReader(InvocationCall call, SdkHttpResponse response) {
        this.call = call;
        this.response = response;
    }

    @Override
    public void accept(ByteBuffer bytes) {
        byte[] chunk = new byte[Math.min(bytes.remaining(), MAX_BODY_BYTES - body.size())];
        bytes.get(chunk);
        body.writeBytes(chunk);
    }

    @Override
    public void complete() {
        call.end(ServiceErrors.ofRefusal(
                response.statusCode(),
                response.firstMatchingHeader("x-amzn-errortype").orElse(""),
                body.toByteArray()));
    }
}
