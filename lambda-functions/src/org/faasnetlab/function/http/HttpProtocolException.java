package org.faasnetlab.function.http;

import java.io.IOException;

/** The other side does not speak HTTP/1.1 as it should. */
public final class HttpProtocolException extends IOException {
    public HttpProtocolException(String message) {
        super(message);
    }
}
