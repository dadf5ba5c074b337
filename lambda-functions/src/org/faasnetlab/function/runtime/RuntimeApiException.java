package org.faasnetlab.function.runtime;

import java.io.IOException;

/** The Runtime API returned an unexpected response. The process cannot continue without it. */
public final class RuntimeApiException extends IOException {
    public RuntimeApiException(String message) {
        super(message);
    }
}
