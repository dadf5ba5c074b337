package org.faasnetlab.ui.wizard;

import java.util.List;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Where the user is in a wizard, and how far they came.
 *
 * @param <S> the wizard's steps, in their order
 */
public final class WizardProgress<S extends Enum<S>> {
    private final List<S> steps;
    private final Predicate<S> right;
    private final ReadOnlyObjectWrapper<S> step;
    private final ReadOnlyObjectWrapper<S> furthest;

    /**
     * Begins at the first step.
     *
     * @param right whether nothing in a step must be corrected
     */
    public WizardProgress(Class<S> steps, Predicate<S> right) {
        this.steps = List.of(steps.getEnumConstants());
        this.right = right;
        step = new ReadOnlyObjectWrapper<>(this.steps.get(0));
        furthest = new ReadOnlyObjectWrapper<>(this.steps.get(0));
    }

    public ReadOnlyObjectProperty<S> step() {
        return step.getReadOnlyProperty();
    }

    /** What changes when the user goes on or back. */
    public List<Observable> observables() {
        return List.of(step, furthest);
    }

    public boolean visited(S one) {
        return one.compareTo(furthest.get()) <= 0;
    }

    public WizardStepState state(S one) {
        if (one == step.get()) {
            return WizardStepState.CURRENT;
        }
        return visited(one) && right.test(one) ? WizardStepState.DONE : WizardStepState.OPEN;
    }

    /** Whether the user may go back to this step, or on to it because it was visited and nothing before it is wrong. */
    public boolean open(S wanted) {
        return visited(wanted)
                && (wanted.compareTo(step.get()) < 0
                        || steps.stream()
                                .filter(one -> one.compareTo(wanted) < 0)
                                .allMatch(right));
    }

    /** Goes there, whether or not it is open to the user. */
    public void goTo(S wanted) {
        if (!visited(wanted)) {
            furthest.set(wanted);
        }
        step.set(wanted);
    }

    /** Begins at the first step; what was visited stays visited, but nothing after this step. */
    public void begin(S last) {
        step.set(steps.get(0));
        if (visited(last)) {
            furthest.set(last);
        }
    }
}
