package org.faasnetlab.ui.setup;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * A setup that goes from step to step.
 *
 * @param <S> its steps, in their order
 */
public interface Wizard<S extends Enum<S>> {

    ReadOnlyObjectProperty<S> step();

    boolean visited(S one);

    StepState state(S one);

    /** Goes back to a step that was visited, or on to one if nothing before it must be corrected. */
    void goTo(S wanted);

    /** Changes whenever the state of a step may have changed. */
    ObservableValue<?> changes();
}
