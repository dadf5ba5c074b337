package org.faasnetlab.ui.wizard;

import java.util.List;
import javafx.beans.Observable;
import org.faasnetlab.ui.common.control.InputField;

/** What the user chooses in one step of the setup. */
public interface StepChoices {

    /** The fields that count now: one that belongs to a choice that was not taken does not. */
    List<InputField> fields();

    /** Whatever can change what was chosen. */
    List<Observable> observables();

    default boolean valid() {
        return fields().stream().allMatch(field -> field.valid().get());
    }
}
