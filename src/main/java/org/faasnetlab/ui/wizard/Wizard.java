package org.faasnetlab.ui.wizard;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * A wizard that consists of steps.
 *
 * @param <S> its steps, in their order
 */
public interface Wizard<S extends Enum<S>> {

    /** The current step and the visited ones. */
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

    /** Goes back to a visited step, or forward to one if no step before it has errors. */
    void goTo(S wanted);

    /** Changes whenever the state of a step may have changed. */
    ObservableValue<?> changes();
}
