package org.faasnetlab.testbed.local.link;

import org.faasnetlab.LabException;

/** A simulated link could not be opened. */
public final class LinkException extends LabException {
    private static final long serialVersionUID = 1L;

    LinkException(Throwable cause) {
        super(
                "This computer has no port left for the simulated network: " + cause.getMessage() + ".",
                "Close programs that hold many connections, or run fewer functions at once.",
                cause);
    }
}
