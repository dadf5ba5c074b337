package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.protocol.ProtocolException;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.protocol.RecordLineSplitter;

/** Decodes the bytes of the function into records and passes them to the listener. */
final class RecordDecoder {
    private final RecordLineSplitter lines = new RecordLineSplitter();
    private final OngoingInvocation call;

    RecordDecoder(OngoingInvocation call) {
        this.call = call;
    }

    void accept(ByteBuffer bytes) throws ProtocolException {
        List<String> complete = new ArrayList<>();
        lines.accept(bytes, complete::add);
        for (String line : complete) {
            call.deliver(RecordJson.read(line));
        }
    }

    /** Checks, after the function reported success, that no partial record is left. */
    void requireWhole() throws ProtocolException {
        if (lines.hasPartialLine()) {
            throw new ProtocolException("the last record is truncated");
        }
    }
}
