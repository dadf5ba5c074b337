package org.faasnetlab.ui.common;

/** What the user chose for the colours of the window. */
public enum Theme {
    /** That of the system, light where it is unknown. */
    SYSTEM,
    LIGHT,
    DARK
}
