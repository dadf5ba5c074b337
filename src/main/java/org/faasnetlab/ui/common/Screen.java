package org.faasnetlab.ui.common;

import javafx.scene.Node;

/** One of the main screens. */
public interface Screen {
    Node view();

    /** Called when it becomes visible. */
    default void shown() {}

    /** Called when another screen takes its place. */
    default void hidden() {}
}
