package org.faasnetlab.ui.experiment;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.faasnetlab.experiment.Preset;

/** A preset in the list: its title, and what it shows. */
final class PresetCell extends ListCell<Preset> {
    private static final double AROUND = 40;

    private final Text title = new Text();
    private final Text description = new Text();
    private final VBox words = new VBox(title, description);

    /** @param listWidth width of the list, at which long words wrap; labels would not tell the list their height */
    PresetCell(ObservableNumberValue listWidth) {
        getStyleClass().add("preset-cell");
        title.getStyleClass().add("preset-title");
        title.wrappingWidthProperty().bind(Bindings.subtract(listWidth, AROUND));
        description.getStyleClass().add("preset-description");
        description.wrappingWidthProperty().bind(title.wrappingWidthProperty());
        words.getStyleClass().add("preset-words");
    }

    @Override
    protected void updateItem(Preset preset, boolean empty) {
        super.updateItem(preset, empty);
        if (empty || preset == null) {
            setGraphic(null);
            return;
        }
        title.setText(preset.title());
        description.setText(preset.description());
        setGraphic(words);
        setAccessibleText(preset.title());
    }
}
