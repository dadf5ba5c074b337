package org.faasnetlab.ui.setup;

import java.time.Duration;
import java.util.List;
import javafx.beans.Observable;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.FieldChecks;
import org.faasnetlab.ui.wizard.StepChoices;

/** The maximum number of concurrent functions and their timeout. */
final class LocalFunctionChoices implements StepChoices {
    private final InputField atMost;
    private final InputField timeout;

    LocalFunctionChoices(Texts texts, int atMost, Duration timeout) {
        this.atMost =
                new InputField(texts.get("functions.atMost"), String.valueOf(atMost), FieldChecks.wholeNumber(1, 1000));
        this.timeout = new InputField(
                texts.get("functions.timeout"), String.valueOf(timeout.toSeconds()), FieldChecks.wholeNumber(1, 900));
    }

    InputField atMost() {
        return atMost;
    }

    InputField timeout() {
        return timeout;
    }

    @Override
    public List<InputField> fields() {
        return List.of(atMost, timeout);
    }

    @Override
    public List<Observable> observables() {
        return List.of(atMost.text(), timeout.text());
    }

    /** Call only while {@link #valid}. */
    int maxFunctions() {
        return Integer.parseInt(atMost.text().get().trim());
    }

    /** Call only while {@link #valid}. */
    Duration functionTimeout() {
        return Duration.ofSeconds(Integer.parseInt(timeout.text().get().trim()));
    }
}
