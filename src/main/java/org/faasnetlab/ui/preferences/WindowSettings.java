package org.faasnetlab.ui.preferences;

import java.nio.file.Path;
import org.faasnetlab.ui.common.Theme;

/**
 * Settings of the window that persist between starts.
 *
 * @param width inner width in pixels; less than the minimum becomes the minimum
 * @param height inner height in pixels; less than the minimum becomes the minimum
 * @param x left edge on the screen in pixels; not a number where the window manager decides
 * @param y upper edge
 */
public record WindowSettings(Theme theme, double width, double height, boolean maximized, double x, double y) {
    public static final double MIN_WIDTH = 1024;
    public static final double MIN_HEIGHT = 640;

    public static final WindowSettings DEFAULTS = new WindowSettings(Theme.SYSTEM, 1440, 900, false);

    public WindowSettings {
        width = Math.max(width, MIN_WIDTH);
        height = Math.max(height, MIN_HEIGHT);
    }

    /** Without a place. */
    public WindowSettings(Theme theme, double width, double height, boolean maximized) {
        this(theme, width, height, maximized, Double.NaN, Double.NaN);
    }

    /** The file in which they are stored. */
    public static JsonFile<WindowSettings> in(Path file) {
        return new JsonFile<>(file, WindowSettings.class, DEFAULTS);
    }

    public WindowSettings withTheme(Theme value) {
        return new WindowSettings(value, width, height, maximized, x, y);
    }
}
