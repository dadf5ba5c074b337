package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import org.faasnetlab.protocol.ProtocolException;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Reads the body of a successful response to Invoke, which consists of the record lines of the function. */
final class BufferedBodyReader implements ResponseBodyReader {
    private static final String FUNCTION_ERROR = "X-Amz-Function-Error";

    private final OngoingInvocation call;
    private final RecordDecoder records;

    private BufferedBodyReader(OngoingInvocation call) {
        this.call = call;
        this.records = new RecordDecoder(call);
    }

    /**
     * Returns the reader for a response with these headers; the response of a failed function contains its error
     * instead.
     */
    static ResponseBodyReader of(OngoingInvocation call, SdkHttpResponse response) {
        return response.firstMatchingHeader(FUNCTION_ERROR)
                .<ResponseBodyReader>map(kind -> ErrorBodyReader.ofFunctionError(call, kind))
                .orElseGet(() -> new BufferedBodyReader(call));
    }

    @Override
    public void accept(ByteBuffer bytes) throws ProtocolException {
        records.accept(bytes);
    }

    @Override
    public void complete() {
        try {
            records.requireWhole();
            call.end(new InvocationEnd.Complete());
        } catch (ProtocolException e) {
            call.end(new InvocationEnd.Broken("Cannot read the function response: " + e.getMessage() + "."));
        }
    }
}
