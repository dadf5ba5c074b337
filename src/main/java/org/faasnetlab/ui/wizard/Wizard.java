package org.faasnetlab.ui.wizard;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * A setup that goes from step to step.
 *
 * @param <S> its steps, in their order
 */
public interface Wizard<S extends Enum<S>> {

    /** Where the user is, and how far they came. */
    WizardProgress<S> path();

    default ReadOnlyObjectProperty<S> step() {
        return path().step();
    }

    default boolean visited(S one) {
        return path().visited(one);
    }

    default WizardStepState state(S one) {
        return path().state(one);
    }

    /** Goes back to a step that was visited, or on to one if nothing before it must be corrected. */
    void goTo(S wanted);

    /** Changes whenever the state of a step may have changed. */
    ObservableValue<?> changes();
}
