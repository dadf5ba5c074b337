package org.faasnetlab.ui.welcome;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Card;
import org.faasnetlab.ui.common.Texts;

/** Says what AWS will be for, and that it is not there yet. */
final class AwsCard extends VBox {
    AwsCard(Texts texts) {
        getStyleClass().addAll("card-pane", "testbed-card");
        Label later = new Label(texts.get("aws.later"));
        later.getStyleClass().addAll("badge", "neutral-badge");
        HBox heading = new HBox(Card.heading(texts.get("aws.title")), later);
        heading.getStyleClass().add("tool-row");
        getChildren()
                .addAll(
                        heading,
                        Card.muted(texts.get("aws.subtitle")),
                        Card.line(texts.get("aws.notYet")),
                        Card.line(texts.get("aws.same")));
    }
}
