package org.faasnetlab.testbed.local.shaping;

import org.faasnetlab.LabException;

/** A simulated link could not be opened. */
public final class LinkException extends LabException {
    private static final long serialVersionUID = 1L;

    LinkException(Throwable cause) {
        super(
                Kind.FAILED,
                "The simulated network could not be set up: " + cause.getMessage() + ".",
                "Close programs that hold many connections, or run fewer functions at once.",
                cause);
    }
}
