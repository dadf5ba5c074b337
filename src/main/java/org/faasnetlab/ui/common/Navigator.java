package org.faasnetlab.ui.common;

/** Switches to a main screen. */
@FunctionalInterface
public interface Navigator {
    void show(ScreenId screen);
}
