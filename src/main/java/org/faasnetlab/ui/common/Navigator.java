package org.faasnetlab.ui.common;

/** Brings a main screen to the front. */
@FunctionalInterface
public interface Navigator {
    void show(ScreenId screen);
}
