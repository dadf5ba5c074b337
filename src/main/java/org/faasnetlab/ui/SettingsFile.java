package org.faasnetlab.ui;

import java.nio.file.Path;

/** Keeps the window's settings in a file. */
final class SettingsFile {
    private final JsonFile<WindowSettings> file;

    SettingsFile(Path file) {
        this.file = new JsonFile<>(file, WindowSettings.class, WindowSettings.DEFAULTS);
    }

    WindowSettings read() {
        return file.read().withinLimits();
    }

    void write(WindowSettings settings) {
        file.write(settings);
    }
}
