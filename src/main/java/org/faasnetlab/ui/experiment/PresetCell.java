package org.faasnetlab.ui.experiment;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableNumberValue;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.ui.common.DomainTexts;

/** A preset in the list: title, a picture of the expected curve, and description. */
final class PresetCell extends ListCell<Preset> {
    private static final double AROUND = 40;
    private static final double PICTURE = 66;

    private final DomainTexts domain = new DomainTexts();
    private final Text title = new Text();
    private final Text description = new Text();
    private final StackPane picture = new StackPane();
    private final HBox head = new HBox(title, picture);
    private final VBox texts = new VBox(head, description);
    private final Text group = new Text();
    private final VBox groupAndTexts = new VBox(group, texts);
    private final Function<Preset, String> groupOf;

    /**
     * @param listWidth width of the list, at which long texts wrap; the list cannot compute the height of labels by
     *     itself
     * @param groupOf the title of the group that begins with a preset, or an empty text
     */
    PresetCell(ObservableNumberValue listWidth, Function<Preset, String> groupOf) {
        this.groupOf = groupOf;
        getStyleClass().add("preset-cell");
        title.getStyleClass().add("preset-title");
        title.wrappingWidthProperty().bind(Bindings.subtract(listWidth, AROUND + PICTURE));
        picture.setMinWidth(PICTURE);
        picture.setAlignment(Pos.CENTER_RIGHT);
        description.getStyleClass().add("preset-description");
        description.wrappingWidthProperty().bind(Bindings.subtract(listWidth, AROUND));
        groupAndTexts.getStyleClass().add("preset-group-box");
        texts.getStyleClass().add("preset-texts");
        group.getStyleClass().add("preset-group");
        group.wrappingWidthProperty().bind(description.wrappingWidthProperty());
        group.managedProperty().bind(group.textProperty().isNotEmpty());
    }

    @Override
    protected void updateItem(Preset preset, boolean empty) {
        super.updateItem(preset, empty);
        if (empty || preset == null) {
            setGraphic(null);
            return;
        }
        title.setText(domain.title(preset));
        picture.getChildren().setAll(PresetPicture.of(preset.plan()));
        description.setText(domain.description(preset));
        group.setText(groupOf.apply(preset));
        setGraphic(groupAndTexts);
        setAccessibleText(domain.title(preset));
    }
}
