package org.faasnetlab.ui.preferences;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.faasnetlab.ui.chart.UnitChoice;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Language;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.common.ThemeManager;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.NameConverter;

/** The preferences of the user. Each takes effect immediately, except the language. */
public final class PreferencesPane extends VBox {
    private final Texts texts = Texts.of(PreferencesPane.class);

    /** @param dataFolder where runs are stored */
    public PreferencesPane(UserPreferences preferences, ThemeManager themes, Path dataFolder, Desktop desktop) {
        super(12);
        setId("preferences");
        CheckBox notify = new CheckBox(texts.get("notifications"));
        notify.setId("preferences-notifications");
        notify.setWrapText(true);
        notify.selectedProperty().bindBidirectional(preferences.notifications());
        UnitChoice unit = new UnitChoice("preferences-unit", preferences.unit());
        ChoiceBox<Language> language = new ChoiceBox<>();
        language.setId("preferences-language");
        language.getItems().setAll(Language.values());
        language.setConverter(new NameConverter<>(one -> texts.get("language." + one)));
        language.valueProperty().bindBidirectional(preferences.language());
        getChildren()
                .addAll(
                        group(texts.get("language"), language, texts.get("language.about")),
                        group(texts.get("theme"), themes(themes), texts.get("theme.about")),
                        group(texts.get("unit"), unit, texts.get("unit.about")),
                        group(texts.get("folder"), folder(dataFolder, desktop), texts.get("folder.about")),
                        notify);
    }

    private static VBox group(String title, Node control, String about) {
        Label name = new Label(title);
        name.getStyleClass().add("group-title");
        name.setLabelFor(control);
        return new VBox(6, name, control, CardLabels.muted(about));
    }

    private SegmentedButton themes(ThemeManager themes) {
        SegmentedButton buttons = new SegmentedButton();
        buttons.setId("preferences-theme");
        for (Theme theme : Theme.values()) {
            ToggleButton button = new ToggleButton(texts.get("theme." + theme));
            button.setId("preferences-theme-" + theme);
            button.setUserData(theme);
            button.setOnAction(event -> themes.choose(theme));
            buttons.getButtons().add(button);
        }
        // A click on the selected one leaves it selected.
        themes.theme().subscribe(now -> mark(buttons, now));
        buttons.getButtons()
                .forEach(button -> button.selectedProperty()
                        .addListener((property, before, selected) ->
                                mark(buttons, themes.theme().get())));
        return buttons;
    }

    private static void mark(SegmentedButton buttons, Theme chosen) {
        buttons.getButtons().forEach(button -> button.setSelected(button.getUserData() == chosen));
    }

    private HBox folder(Path dataFolder, Desktop desktop) {
        TextField path = new TextField(dataFolder.toString());
        path.setId("preferences-folder");
        path.setEditable(false);
        path.setAccessibleText(texts.get("folder"));
        HBox.setHgrow(path, Priority.ALWAYS);
        Button open =
                Buttons.plain("preferences-open-folder", texts.get("folder.open"), () -> desktop.open(dataFolder));
        HBox row = new HBox(path, open);
        row.getStyleClass().add("field-row");
        return row;
    }
}
