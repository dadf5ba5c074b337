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

    /**
     * The width on a screen.
     *
     * @param screen width of the screen
     * @param frame what a window manager may add; a window that would become too small takes its place
     */
    public double widthOn(double screen, double frame) {
        return fitting(width, screen, frame, MIN_WIDTH);
    }

    /** The height on a screen, as {@link #widthOn}. */
    public double heightOn(double screen, double frame) {
        return fitting(height, screen, frame, MIN_HEIGHT);
    }

    private static double fitting(double wanted, double screen, double frame, double least) {
        return Math.max(Math.min(wanted, screen - frame), Math.min(least, screen));
    }

    public WindowSettings withTheme(Theme value) {
        return new WindowSettings(value, width, height, maximized, x, y);
    }
}
