package org.faasnetlab.ui.common.control;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;

/** The kinds of text on a card. */
public final class CardLabels {
    private CardLabels() {}

    public static Label heading(String text) {
        return label(text, "card-title");
    }

    /** Secondary text. */
    public static Label muted(String text) {
        return label(text, Styles.TEXT_MUTED);
    }

    public static Label line(String text) {
        return label(text, "card-line");
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
