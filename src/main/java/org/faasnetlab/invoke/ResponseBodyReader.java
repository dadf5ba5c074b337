package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import org.faasnetlab.protocol.ProtocolException;

/** Reads the body of one response, on the connection's thread. */
interface ResponseBodyReader {

    /**
     * Takes the next bytes of a response, which need not end with an event or a record.
     *
     * @throws ProtocolException if the bytes are malformed; the connection is then closed
     */
    void accept(ByteBuffer bytes) throws ProtocolException;

    /** The body is complete. */
    void complete();
}
