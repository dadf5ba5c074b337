package org.faasnetlab.ui.shell;

import org.faasnetlab.ui.common.Theme;

/**
 * Settings of the window that persist between starts.
 *
 * @param width inner width in pixels
 * @param height inner height in pixels
 */
public record WindowSettings(Theme theme, double width, double height, boolean maximized) {
    static final double LEAST_WIDTH = 1024;
    static final double LEAST_HEIGHT = 640;

    static final WindowSettings DEFAULTS = new WindowSettings(Theme.LIGHT, 1440, 900, false);

    /** The same settings, with at least the minimum window size. */
    WindowSettings withinLimits() {
        return new WindowSettings(theme, Math.max(width, LEAST_WIDTH), Math.max(height, LEAST_HEIGHT), maximized);
    }

    WindowSettings withTheme(Theme value) {
        return new WindowSettings(value, width, height, maximized);
    }
}
