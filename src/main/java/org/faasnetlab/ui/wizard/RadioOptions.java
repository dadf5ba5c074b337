package org.faasnetlab.ui.wizard;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;

/** Creates radio buttons. */
public final class RadioOptions {
    private RadioOptions() {}

    /** A radio button for a value, which it sets when it is selected. */
    public static <T> RadioButton of(ToggleGroup group, String id, String text, ObjectProperty<T> chosen, T value) {
        RadioButton button = plain(group, id, text);
        button.setSelected(chosen.get().equals(value));
        button.selectedProperty().subscribe(selected -> {
            if (selected) {
                chosen.set(value);
            }
        });
        return button;
    }

    public static RadioButton plain(ToggleGroup group, String id, String text) {
        RadioButton button = new RadioButton(text);
        button.setId(id);
        button.setMnemonicParsing(false); // an underscore in names such as x86_64 is not a mnemonic
        button.setToggleGroup(group);
        button.setWrapText(true);
        button.setMinHeight(RadioButton.USE_PREF_SIZE);
        return button;
    }
}
