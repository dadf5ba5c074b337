package org.faasnetlab.ui.common.control;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The text of one input field, without the control. The problem of a field is not shown before the user has touched it;
 * until then it only blocks what depends on the field.
 */
public final class InputField {

    /** The state that a field displays. */
    public enum State {
        UNTOUCHED,
        VALID,
        INVALID
    }

    /** Checks a text. */
    @FunctionalInterface
    public interface Check {
        /** A whole sentence for the user, or null if nothing is wrong. */
        @Nullable
        String problem(String text);
    }

    private final String label;
    private final StringProperty text;
    private final StringBinding problem;
    private final BooleanProperty touched = new SimpleBooleanProperty();
    private final BooleanBinding valid;
    private final ObjectBinding<State> state;
    private final StringBinding shownProblem;

    /** @param others other values that the check depends on */
    public InputField(String label, String first, Check check, Observable... others) {
        this.label = label;
        text = new SimpleStringProperty(first);
        // This must be the first listener to the text, so that later listeners see the result of the check.
        problem = Bindings.createStringBinding(
                () -> Objects.requireNonNullElse(check.problem(text.get()), ""), with(text, others));
        valid = problem.isEmpty();
        state = Bindings.createObjectBinding(this::computeState, touched, valid);
        shownProblem = Bindings.createStringBinding(() -> touched.get() ? problem.get() : "", touched, problem);
    }

    private static Observable[] with(Observable own, Observable... others) {
        return Stream.concat(Stream.of(own), Arrays.stream(others)).toArray(Observable[]::new);
    }

    /** The label above the field. */
    public String label() {
        return label;
    }

    public StringProperty text() {
        return text;
    }

    /** Whether the text is valid, even if its problem is not shown. */
    public BooleanBinding valid() {
        return valid;
    }

    /** The problem, shown or not; empty if there is none. */
    public ObservableValue<String> problem() {
        return problem;
    }

    /** The problem to show under the field; empty before the field was touched, or if there is none. */
    public ObservableValue<String> shownProblem() {
        return shownProblem;
    }

    public ObservableValue<State> state() {
        return state;
    }

    /** Marks the field as touched: the user has left it, or tried to continue. */
    public void touch() {
        touched.set(true);
    }

    /** Sets a text that the user did not type. */
    public void reset(String value) {
        touched.set(false);
        text.set(value);
    }

    private State computeState() {
        if (!touched.get()) {
            return State.UNTOUCHED;
        }
        return valid.get() ? State.VALID : State.INVALID;
    }
}
