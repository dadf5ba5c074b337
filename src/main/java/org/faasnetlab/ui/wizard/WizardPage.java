package org.faasnetlab.ui.wizard;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.control.CardLabels;

/** One step of the setup as it looks: a heading, and below it what there is to choose. */
public final class WizardPage extends VBox {
    public WizardPage(String heading, Node... content) {
        getStyleClass().add("setup-page");
        getChildren().add(CardLabels.heading(heading));
        getChildren().addAll(content);
    }
}
