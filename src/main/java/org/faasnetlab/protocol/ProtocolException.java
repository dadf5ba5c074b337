package org.faasnetlab.protocol;

import java.io.IOException;

/** An event or a record that is not what the protocol says. The message names the place. */
public final class ProtocolException extends IOException {
    public ProtocolException(String message) {
        super(message);
    }

    public ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
