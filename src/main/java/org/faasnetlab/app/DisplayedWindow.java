package org.faasnetlab.app;

import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ApplicationWindow;
import org.faasnetlab.run.Lab;

/** Checks for a display before the window is shown: without one JavaFX fails with an incomprehensible error. */
final class DisplayedWindow implements ApplicationWindow {

    /** Shows the window and returns when the user has closed it. */
    @FunctionalInterface
    interface Start {
        void show(Lab lab) throws LabException;
    }

    private final Start start;
    private final boolean display;

    /** @param system value of {@code os.name} */
    DisplayedWindow(Start start, String system, Map<String, String> environment) {
        this.start = start;
        this.display = !system.equalsIgnoreCase("Linux")
                || isSet(environment, "DISPLAY")
                || isSet(environment, "WAYLAND_DISPLAY");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    @Override
    public void requireDisplay() throws LabException {
        if (!display) {
            throw new LabException(
                    LabException.Kind.UNAVAILABLE,
                    "Cannot open the window: no display (DISPLAY and WAYLAND_DISPLAY are not set).",
                    "Use the command line, for example: faasnetlab run --preset iperf3-single");
        }
    }

    @Override
    public void show(Lab lab) throws LabException {
        start.show(lab);
    }
}
