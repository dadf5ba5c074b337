package org.faasnetlab.testbed.local.shaping;

import org.faasnetlab.LabException;

/** A simulated link could not be opened. */
public final class LinkException extends LabException {
    private static final long serialVersionUID = 1L;

    LinkException(Throwable cause) {
        super(
                Kind.FAILED,
                "Cannot create the simulated network: " + cause.getMessage() + ".",
                "Close programs with many open connections, or use fewer concurrent functions.",
                cause);
    }
}
