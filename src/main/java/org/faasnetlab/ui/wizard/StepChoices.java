package org.faasnetlab.ui.wizard;

import java.util.List;
import javafx.beans.Observable;
import org.faasnetlab.ui.common.control.InputField;

/** The choices in one step of the wizard. */
public interface StepChoices {

    /** The active fields, without those of an option that is not selected. */
    List<InputField> fields();

    /** Everything whose change can change the choices. */
    List<Observable> observables();

    default boolean valid() {
        return fields().stream().allMatch(field -> field.valid().get());
    }
}
