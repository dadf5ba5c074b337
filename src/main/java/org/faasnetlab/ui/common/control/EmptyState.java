package org.faasnetlab.ui.common.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** In place of content that does not exist yet: a drawing, what will be here, and what the user can do about it. */
public final class EmptyState extends VBox {

    /** A whole screen or pane without content. */
    public EmptyState(Drawing drawing, String title, String text, Node... actions) {
        Label heading = new Label(title);
        heading.getStyleClass().add("page-title");
        fill(drawing, heading, text(text));
        getChildren().addAll(actions);
    }

    /** A table or list without rows. */
    public EmptyState(Drawing drawing, String text) {
        fill(drawing, text(text));
    }

    private void fill(Drawing drawing, Node... lines) {
        getStyleClass().add("empty-state");
        getChildren().add(drawing.node());
        getChildren().addAll(lines);
    }

    private static Label text(String text) {
        Label label = CardLabels.muted(text);
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }
}
