package org.faasnetlab.function.http;

import java.io.IOException;

/** The peer violates HTTP/1.1. */
public final class HttpProtocolException extends IOException {
    public HttpProtocolException(String message) {
        super(message);
    }
}
