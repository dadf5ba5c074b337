package org.faasnetlab.ui.setup;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Card;

/** One step of the setup as it looks: a heading, and below it what there is to choose. */
public final class Page extends VBox {
    public Page(String heading, Node... content) {
        getStyleClass().add("setup-page");
        getChildren().add(Card.heading(heading));
        getChildren().addAll(content);
    }
}
