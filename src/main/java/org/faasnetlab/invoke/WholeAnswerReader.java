package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import org.faasnetlab.protocol.ProtocolException;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Reads the body of a successful answer to Invoke: the function's lines and nothing else. */
final class WholeAnswerReader implements BodyReader {
    private static final String FUNCTION_ERROR = "X-Amz-Function-Error";

    private final InvocationCall call;
    private final RecordText records;

    private WholeAnswerReader(InvocationCall call) {
        this.call = call;
        this.records = new RecordText(call);
    }

    /** The reader for an answer with these headers: a failed function's answer is replaced by its error. */
    static BodyReader of(InvocationCall call, SdkHttpResponse response) {
        return response.firstMatchingHeader(FUNCTION_ERROR)
                .<BodyReader>map(kind -> ErrorReader.ofFunctionError(call, kind))
                .orElseGet(() -> new WholeAnswerReader(call));
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
        } catch (ProtocolException cutOff) {
            call.end(new InvocationEnd.Broken("The function's answer cannot be read: " + cutOff.getMessage() + "."));
        }
    }
}
