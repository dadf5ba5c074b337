package org.faasnetlab.ui.experiment;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.FieldBox;

/** The settings of an experiment in their groups, two columns each. */
final class SettingsForm extends VBox {
    private static final int COLUMNS = 2;

    private final Texts texts;

    SettingsForm(Texts texts) {
        this.texts = texts;
        getStyleClass().add("settings-form");
    }

    void show(List<SettingInput> inputs) {
        getChildren().clear();
        for (SettingGroup group : SettingGroup.values()) {
            Label heading = new Label(texts.get("group." + group));
            heading.getStyleClass().add("group-title");
            getChildren()
                    .addAll(
                            heading,
                            CardLabels.muted(texts.get("group." + group + ".about")),
                            grid(inputs.stream()
                                    .filter(input -> SettingGroup.of(input.setting()) == group)
                                    .toList()));
        }
    }

    private GridPane grid(List<SettingInput> inputs) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("settings-grid");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < inputs.size(); i++) {
            grid.add(box(inputs.get(i)), i % COLUMNS, i / COLUMNS);
        }
        return grid;
    }

    private Node box(SettingInput input) {
        Setting setting = input.setting();
        String id = "setting-" + setting.key();
        String hint = sentence(setting.description());
        List<String> suggestions = setting.details().suggestions();
        if (!suggestions.isEmpty()) {
            return FieldBox.suggestions(id, input.field(), hint, suggestions.toArray(String[]::new));
        }
        return FieldBox.text(
                id,
                input.field(),
                setting.equals(Setting.MEMORY) ? hint + ". " + texts.get("setting.memory.here") : hint);
    }

    private static String sentence(String description) {
        return description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1);
    }
}
