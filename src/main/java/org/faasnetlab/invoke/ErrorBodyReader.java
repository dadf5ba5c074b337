package org.faasnetlab.invoke;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Function;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Reads an error that is returned instead of records. Bytes beyond the maximum length of an error are ignored. */
final class ErrorBodyReader implements ResponseBodyReader {
    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final OngoingInvocation call;
    private final Function<byte[], InvocationEnd> meaning;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private ErrorBodyReader(OngoingInvocation call, Function<byte[], InvocationEnd> meaning) {
        this.call = call;
        this.meaning = meaning;
    }

    /** Creates a reader for the response of a service that did not start the function. */
    static ErrorBodyReader ofRefusal(OngoingInvocation call, SdkHttpResponse response) {
        String type = response.firstMatchingHeader("x-amzn-errortype").orElse("");
        return new ErrorBodyReader(call, body -> ServiceErrorParser.ofRefusal(response.statusCode(), type, body));
    }

    /**
     * Creates a reader for the response to Invoke of a failed function.
     *
     * @param kind value of the header {@code X-Amz-Function-Error}
     */
    static ErrorBodyReader ofFunctionError(OngoingInvocation call, String kind) {
        return new ErrorBodyReader(call, body -> ServiceErrorParser.ofFunctionError(kind, body));
    }

    @Override
    public void accept(ByteBuffer bytes) {
        byte[] chunk = new byte[Math.min(bytes.remaining(), MAX_BODY_BYTES - body.size())];
        bytes.get(chunk);
        body.writeBytes(chunk);
    }

    @Override
    public void complete() {
        call.end(meaning.apply(body.toByteArray()));
    }
}
