package org.faasnetlab.ui.shell;

import java.nio.file.Path;

/** Stores the window's settings in a file. */
public final class SettingsFile {
    private final JsonFile<WindowSettings> file;

    public SettingsFile(Path file) {
        this.file = new JsonFile<>(file, WindowSettings.class, WindowSettings.DEFAULTS);
    }

    WindowSettings read() {
        return file.read().withinLimits();
    }

    public void write(WindowSettings settings) {
        file.write(settings);
    }
}
