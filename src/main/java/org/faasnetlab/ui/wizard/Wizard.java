package org.faasnetlab.ui.wizard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;

/**
 * The steps of a wizard: the current one, the visited ones, and the way from one to the next. Used on the window's
 * thread.
 *
 * @param <S> its steps, in their order
 */
public abstract class Wizard<S extends Enum<S>> {
    private final Texts texts = Texts.of(Wizard.class);
    private final List<S> steps;
    private final S creationStep;
    private final ReadOnlyObjectWrapper<S> step;
    private final ReadOnlyObjectWrapper<S> furthest;

    /**
     * Starts at the first step.
     *
     * @param creationStep the step that ends with the creation of the testbed
     */
    protected Wizard(Class<S> steps, S creationStep) {
        this.steps = List.of(steps.getEnumConstants());
        this.creationStep = creationStep;
        step = new ReadOnlyObjectWrapper<>(this.steps.get(0));
        furthest = new ReadOnlyObjectWrapper<>(this.steps.get(0));
    }

    /** The inputs that must be valid before the user leaves the step. */
    protected abstract List<InputField> fields(S of);

    /** Whether a step has no errors. */
    protected abstract boolean isValid(S candidate);

    /** Whether the testbed was created, so that no step is left. */
    protected boolean isComplete() {
        return false;
    }

    /** Creates the testbed from valid inputs. */
    protected abstract void create();

    /** Why the user cannot continue from the current step, for the user; empty if nothing prevents it. */
    public abstract ObservableValue<String> nextBlockedReason();

    /** Changes whenever the state of a step may have changed. */
    public abstract ObservableValue<?> changes();

    /** All steps in their order. */
    List<S> steps() {
        return steps;
    }

    public ReadOnlyObjectProperty<S> step() {
        return step.getReadOnlyProperty();
    }

    public boolean visited(S candidate) {
        return candidate.compareTo(furthest.get()) <= 0;
    }

    public WizardStepState state(S of) {
        if (of == step.get() && !isComplete()) {
            return WizardStepState.CURRENT;
        }
        return visited(of) && isValid(of) ? WizardStepState.DONE : WizardStepState.PENDING;
    }

    /** Goes back to a visited step, or forward to one if no step before it has errors. */
    public void goTo(S target) {
        if (canOpen(target)) {
            enter(target);
        }
    }

    /** Goes to the following step if nothing prevents it; after the last inputs it creates the testbed. */
    public final void next() {
        S from = step.get();
        fields(from).forEach(InputField::touch);
        if (!nextBlockedReason().getValue().isEmpty()) {
            return;
        }
        if (from == creationStep) {
            create();
        }
        if (from.ordinal() + 1 < steps.size()) {
            enter(following(from));
        }
    }

    /** Goes to the previous step. */
    public final void back() {
        enter(steps.get(step.get().ordinal() - 1));
    }

    /** Goes to a step without checking whether the user may. */
    protected void enter(S target) {
        if (!visited(target)) {
            furthest.set(target);
        }
        step.set(target);
    }

    /** Returns to the first step; visited steps remain so, up to the one that creates the testbed. */
    protected final void restart() {
        step.set(steps.get(0));
        if (visited(creationStep)) {
            furthest.set(creationStep);
        }
    }

    /** The steps' own observables with those of the choices, for bindings on anything that can change. */
    protected final Observable[] observables(List<? extends StepChoices> choices, Observable... others) {
        List<Observable> all = new ArrayList<>(List.of(step, furthest));
        all.addAll(Arrays.asList(others));
        choices.forEach(choice -> all.addAll(choice.observables()));
        return all.toArray(Observable[]::new);
    }

    /** Which input of a step to correct first, for the user; empty if all are valid. */
    protected final Optional<String> invalidField(S of) {
        return fields(of).stream()
                .filter(field -> !field.valid().get())
                .findFirst()
                .map(field -> texts.get("blocked.field", field.label()));
    }

    boolean isFirst(S candidate) {
        return candidate.ordinal() == 0;
    }

    boolean isCreationStep(S candidate) {
        return candidate == creationStep;
    }

    S following(S of) {
        return steps.get(of.ordinal() + 1);
    }

    private boolean canOpen(S target) {
        return visited(target)
                && (target.compareTo(step.get()) < 0
                        || steps.stream()
                                .filter(before -> before.compareTo(target) < 0)
                                .allMatch(this::isValid));
    }
}
