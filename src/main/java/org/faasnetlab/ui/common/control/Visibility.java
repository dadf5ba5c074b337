package org.faasnetlab.ui.common.control;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Shows nodes while they have content; hidden nodes take no space. */
public final class Visibility {
    private Visibility() {}

    public static <N extends Node> N showWhen(N node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    /**
     * Shows a box while one of its children is visible; an empty box would still leave a gap between its neighbours.
     */
    public static void showWithChildren(Pane box) {
        List<Node> children = List.copyOf(box.getChildren());
        showWhen(
                box,
                Bindings.createBooleanBinding(
                        () -> children.stream().anyMatch(Node::isManaged),
                        children.stream().map(Node::managedProperty).toArray(Observable[]::new)));
    }
}
