package org.faasnetlab.ui.common.control;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Creates the kinds of buttons. An underscore in the text marks the mnemonic. */
public final class Buttons {
    private Buttons() {}

    public static Button plain(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setOnAction(event -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    /** The recommended next action; at most one per screen. */
    public static Button primary(String id, String text, Runnable action) {
        Button button = plain(id, text, action);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    public static Button withIcon(String id, String text, Ikon icon, Runnable action) {
        Button button = plain(id, text, action);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /** An icon without text; {@code text} is its tooltip and its text for screen readers. */
    public static Button iconOnly(String id, String text, Ikon icon, Runnable action) {
        Button button = withIcon(id, "", icon, action);
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.getStyleClass().add(Styles.BUTTON_ICON);
        return button;
    }
}
