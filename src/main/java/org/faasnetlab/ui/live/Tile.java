package org.faasnetlab.ui.live;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One number, large, with what it is above it and what belongs to it below it. */
final class Tile extends VBox {
    private final Label value = new Label();
    private final Label word = new Label();
    private final Label note = new Label();

    Tile(String id, String name) {
        Label title = new Label(name);
        title.getStyleClass().add("tile-name");
        value.getStyleClass().add("tile-value");
        value.setId(id);
        title.setLabelFor(value);
        word.getStyleClass().add("tile-word");
        note.getStyleClass().add("tile-note");
        note.setId(id + "-note");
        HBox line = new HBox(value, word);
        line.getStyleClass().add("tile-line");
        getStyleClass().addAll("card-pane", "tile");
        getChildren().addAll(title, line, note);
    }

    void show(String newValue, String newWord, String newNote) {
        value.setText(newValue);
        word.setText(newWord);
        note.setText(newNote);
    }
}
