package org.faasnetlab.ui.common.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows nodes while they have content; hidden nodes take no space. */
public final class Visibility {
    private Visibility() {}

    public static <N extends Node> N showWhen(N node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
