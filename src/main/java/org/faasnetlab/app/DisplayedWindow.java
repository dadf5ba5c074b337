package org.faasnetlab.app;

import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.Window;
import org.faasnetlab.experiment.Lab;

/** Looks for a display before it shows the window: without one JavaFX ends in a way that no user understands. */
final class DisplayedWindow implements Window {
    private final Window window;
    private final boolean display;

    /** @param system the operating system as {@code os.name} has it */
    DisplayedWindow(Window window, String system, Map<String, String> environment) {
        this.window = window;
        this.display = !system.equalsIgnoreCase("Linux")
                || isSet(environment, "DISPLAY")
                || isSet(environment, "WAYLAND_DISPLAY");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }

    @Override
    public void show(Lab lab) throws LabException {
        if (!display) {
            throw new NoDisplayException();
        }
        window.show(lab);
    }
}
