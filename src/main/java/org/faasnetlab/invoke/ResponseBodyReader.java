package org.faasnetlab.invoke;

import java.nio.ByteBuffer;
import org.faasnetlab.protocol.ProtocolException;

/** Reads the body of one answer, on the connection's thread. */
interface ResponseBodyReader {

    /** @throws ProtocolException if the bytes are not what they should be; the connection is then closed */
    void accept(ByteBuffer bytes) throws ProtocolException;

    /** The body has come to its end. */
    void complete();
}
