package org.faasnetlab.ui.common.control;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The title of a screen and the line below it. */
public final class PageHeader extends VBox {
    public PageHeader(String title, String subtitle) {
        Label heading = new Label(title);
        heading.getStyleClass().add("page-title");
        heading.setWrapText(true);
        Label line = new Label(subtitle);
        line.getStyleClass().add("page-subtitle");
        line.setWrapText(true);
        getStyleClass().add("page-header");
        getChildren().addAll(heading, line);
        setMinHeight(USE_PREF_SIZE);
    }
}
