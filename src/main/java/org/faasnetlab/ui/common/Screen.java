package org.faasnetlab.ui.common;

import javafx.scene.Node;

/** One of the main screens. */
public interface Screen {
    Node view();

    /** Called when the screen becomes visible. */
    default void shown() {}

    /** Called when another screen replaces it. */
    default void hidden() {}
}
