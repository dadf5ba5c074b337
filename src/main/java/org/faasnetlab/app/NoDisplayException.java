package org.faasnetlab.app;

import org.faasnetlab.LabException;

/** There is no display to show the window on. */
public final class NoDisplayException extends LabException {
    private static final long serialVersionUID = 1L;

    public NoDisplayException() {
        super(
                Kind.UNAVAILABLE,
                "Cannot open the window: no display (DISPLAY and WAYLAND_DISPLAY are not set).",
                "Use the command line, for example: faasnetlab run --preset iperf3-single");
    }
}
