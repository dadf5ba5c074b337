package org.faasnetlab.ui.experiment;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A preset in the list: its title, and what it shows. */
final class PresetCell extends ListCell<PresetChoice> {
    private final Label title = new Label();
    private final Label description = new Label();
    private final VBox words = new VBox(title, description);

    PresetCell() {
        getStyleClass().add("preset-cell");
        title.getStyleClass().add("preset-title");
        title.setWrapText(true);
        description.getStyleClass().add("preset-description");
        description.setWrapText(true);
        words.setMinHeight(VBox.USE_PREF_SIZE);
        setPrefWidth(0); // as wide as the list: long words wrap instead of scrolling
    }

    @Override
    protected void updateItem(PresetChoice preset, boolean empty) {
        super.updateItem(preset, empty);
        if (empty || preset == null) {
            setGraphic(null);
            return;
        }
        title.setText(preset.title());
        description.setText(preset.description());
        setGraphic(words);
    }
}
