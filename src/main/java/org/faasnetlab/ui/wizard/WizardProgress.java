package org.faasnetlab.ui.wizard;

import java.util.List;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The current step of a wizard, and the visited ones.
 *
 * @param <S> the wizard's steps, in their order
 */
public final class WizardProgress<S extends Enum<S>> {
    private final List<S> steps;
    private final Predicate<S> right;
    private final ReadOnlyObjectWrapper<S> step;
    private final ReadOnlyObjectWrapper<S> furthest;

    /**
     * Starts at the first step.
     *
     * @param right whether a step has no errors
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

    /** Observables that change when the user moves to another step. */
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

    /**
     * Whether the user may go to this step: back, or forward because it was visited and no step before it has errors.
     */
    public boolean open(S wanted) {
        return visited(wanted)
                && (wanted.compareTo(step.get()) < 0
                        || steps.stream()
                                .filter(one -> one.compareTo(wanted) < 0)
                                .allMatch(right));
    }

    /** Goes to a step without checking whether it is open to the user. */
    public void goTo(S wanted) {
        if (!visited(wanted)) {
            furthest.set(wanted);
        }
        step.set(wanted);
    }

    /** Returns to the first step; visited steps remain so, up to the given one. */
    public void begin(S last) {
        step.set(steps.get(0));
        if (visited(last)) {
            furthest.set(last);
        }
    }
}
