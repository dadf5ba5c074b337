package org.faasnetlab.function.runtime;

import java.io.IOException;

/** The Runtime API answered with something else than it should. The process cannot go on without it. */
public final class RuntimeApiException extends IOException {
    public RuntimeApiException(String message) {
        super(message);
    }
}
