package org.faasnetlab.app;

import org.faasnetlab.LabException;

/** There is no display to show the window on. */
public final class NoDisplayException extends LabException {
    private static final long serialVersionUID = 1L;

    public NoDisplayException() {
        super(
                Kind.UNAVAILABLE,
                "There is no display to show the window on (DISPLAY and WAYLAND_DISPLAY are not set).",
                "Without a window it works too: faasnetlab run --preset iperf3-single");
    }
}
