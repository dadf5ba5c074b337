package org.faasnetlab.ui.wizard;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.control.CardLabels;

/** The page of one step: a heading, and its inputs below. */
public final class WizardPage extends VBox {
    public WizardPage(String heading, Node... content) {
        getStyleClass().add("setup-page");
        getChildren().add(CardLabels.heading(heading));
        getChildren().addAll(content);
    }
}
