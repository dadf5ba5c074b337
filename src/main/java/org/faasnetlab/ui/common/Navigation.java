package org.faasnetlab.ui.common;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Holds the current main screen; the window observes it. */
public final class Navigation {
    private final ReadOnlyObjectWrapper<ScreenId> current = new ReadOnlyObjectWrapper<>(ScreenId.TESTBEDS);

    public ReadOnlyObjectProperty<ScreenId> current() {
        return current.getReadOnlyProperty();
    }

    public void show(ScreenId screen) {
        current.set(screen);
    }
}
