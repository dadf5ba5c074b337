package org.faasnetlab.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows nodes when they have something to say; hidden ones take no room. */
public final class Visibility {
    private Visibility() {}

    public static <N extends Node> N showWhen(N node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
