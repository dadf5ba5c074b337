package org.faasnetlab.protocol;

import java.io.IOException;

/** An event or a record violates the protocol. The message names the position or field. */
public final class ProtocolException extends IOException {
    public ProtocolException(String message) {
        super(message);
    }

    public ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
