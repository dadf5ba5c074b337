package org.faasnetlab.ui.common;

/** The light and the dark theme of the window. */
public enum Theme {
    LIGHT,
    DARK;

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
