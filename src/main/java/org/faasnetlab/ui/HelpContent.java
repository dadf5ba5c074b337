package org.faasnetlab.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.ui.common.Card;
import org.faasnetlab.ui.common.Texts;

/** A short help: keys, and the words of the field. */
final class HelpContent extends VBox {
    HelpContent(Texts texts, List<NavigationItem> items) {
        getStyleClass().add("help");
        GridPane keys = grid();
        for (NavigationItem item : items) {
            row(keys, Shortcuts.of(item.id()).getDisplayText(), texts.get("help.go", texts.get(item.titleKey())));
        }
        row(keys, Shortcuts.THEME.getDisplayText(), texts.get("help.theme"));
        row(keys, Shortcuts.HELP.getDisplayText(), texts.get("help.this"));
        row(keys, texts.get("help.tabKey"), texts.get("help.tab"));
        row(keys, texts.get("help.escapeKey"), texts.get("help.escape"));
        GridPane words = grid();
        row(words, texts.get("word.direction"), texts.get("word.direction.means"));
        row(words, texts.get("word.aggregate"), texts.get("word.aggregate.means"));
        row(words, texts.get("word.commonWindow"), texts.get("word.commonWindow.means"));
        row(words, texts.get("word.t0"), texts.get("word.t0.means"));
        row(words, texts.get("word.startSpread"), texts.get("word.startSpread.means"));
        row(words, texts.get("word.burst"), texts.get("word.burst.means"));
        row(words, texts.get("word.cold"), texts.get("word.cold.means"));
        row(words, texts.get("word.simulated"), texts.get("word.simulated.means"));
        getChildren().addAll(heading(texts.get("help.keys")), keys, heading(texts.get("help.words")), words);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("group-title");
        return heading;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("fact-grid");
        ColumnConstraints names = new ColumnConstraints(130);
        ColumnConstraints meanings = new ColumnConstraints();
        meanings.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, meanings);
        return grid;
    }

    private static void row(GridPane grid, String name, String meaning) {
        Node what = Card.line(meaning);
        grid.addRow(grid.getRowCount(), Card.muted(name), what);
    }
}
