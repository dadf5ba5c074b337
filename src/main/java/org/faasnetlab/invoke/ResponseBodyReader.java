package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import org.faasnetlab.protocol.ProtocolException;

/** Reads the body of one response, on the connection's thread. */
interface ResponseBodyReader {

    /** @throws ProtocolException if the bytes are malformed; the connection is then closed */
    void accept(ByteBuffer bytes) throws ProtocolException;

    /** The body is complete. */
    void complete();
}
