package org.faasnetlab.ui.experiment;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.FieldBox;
import org.faasnetlab.ui.common.control.InputField;

/** The settings of an experiment in their groups, two columns each. */
final class SettingsForm extends VBox {
    private static final int COLUMNS = 2;

    private final DomainTexts domain = new DomainTexts();
    private final Texts texts;
    private final ObservableValue<String> functionLimit;
    private boolean expanded;

    /** @param functionLimit what the testbed allows for the number of functions, or empty */
    SettingsForm(Texts texts, ObservableValue<String> functionLimit) {
        this.texts = texts;
        this.functionLimit = functionLimit;
        getStyleClass().add("settings-form");
    }

    void show(List<SettingInput> inputs) {
        List<SettingInput> basic = inputs.stream()
                .filter(input -> SettingGroup.isBasic(input.setting()))
                .toList();
        Label about = CardLabels.muted(texts.get("group.FACTORS.about"));
        getChildren().setAll(about, grid(basic), more(inputs));
    }

    /** The other settings, folded unless one of them needs attention. */
    private TitledPane more(List<SettingInput> inputs) {
        VBox content = new VBox();
        content.getStyleClass().add("settings-form");
        for (SettingGroup group : SettingGroup.values()) {
            List<SettingInput> own = inputs.stream()
                    .filter(input -> !SettingGroup.isBasic(input.setting()))
                    .filter(input -> SettingGroup.of(input.setting()) == group)
                    .toList();
            if (!own.isEmpty()) {
                Label heading = new Label(texts.get("group." + group));
                heading.getStyleClass().add("group-title");
                content.getChildren()
                        .addAll(heading, CardLabels.muted(texts.get("group." + group + ".about")), grid(own));
            }
        }
        TitledPane more = new TitledPane(texts.get("settings.more"), content);
        more.setId("more-settings");
        more.setAnimated(false);
        more.setExpanded(expanded);
        more.expandedProperty().subscribe(now -> expanded = now);
        inputs.stream()
                .filter(input -> !SettingGroup.isBasic(input.setting()))
                .forEach(input -> input.field().state().subscribe(state -> {
                    if (state == InputField.State.INVALID) {
                        more.setExpanded(true);
                    }
                }));
        return more;
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
        String hint = sentence(domain.description(setting));
        List<String> suggestions = setting.details().suggestions();
        if (!suggestions.isEmpty()) {
            return FieldBox.suggestions(id, input.field(), hint, suggestions.toArray(String[]::new));
        }
        if (setting.equals(Setting.FUNCTIONS)) {
            return FieldBox.text(
                    id, input.field(), functionLimit.map(limit -> limit.isEmpty() ? hint : hint + ". " + limit));
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
