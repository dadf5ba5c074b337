package org.faasnetlab.ui.common.control;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Shows nodes when they have something to say; hidden ones take no room. */
public final class Visibility {
    private Visibility() {}

    public static <N extends Node> N showWhen(N node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    /** A box is there as long as one of its children is; an empty one would still be a gap between its neighbours. */
    public static void showWithChildren(Pane box) {
        List<Node> children = List.copyOf(box.getChildren());
        showWhen(
                box,
                Bindings.createBooleanBinding(
                        () -> children.stream().anyMatch(Node::isManaged),
                        children.stream().map(Node::managedProperty).toArray(Observable[]::new)));
    }
}
