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
 * What a user types into one field, without the control. A field is not judged in public before it was touched: its
 * problem is known, and holds up what depends on it, but is not shown.
 */
public final class InputField {

    /** What a field looks like. */
    public enum State {
        UNTOUCHED,
        VALID,
        INVALID
    }

    /** Says what is wrong with a text. */
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

    /** @param others what else the check looks at */
    public InputField(String label, String first, Check check, Observable... others) {
        this.label = label;
        text = new SimpleStringProperty(first);
        // The first to listen to the text: whoever hears of a change later finds it judged.
        problem = Bindings.createStringBinding(
                () -> Objects.requireNonNullElse(check.problem(text.get()), ""), with(text, others));
        valid = problem.isEmpty();
        state = Bindings.createObjectBinding(this::judge, touched, valid);
        shownProblem = Bindings.createStringBinding(() -> touched.get() ? problem.get() : "", touched, problem);
    }

    private static Observable[] with(Observable own, Observable... others) {
        return Stream.concat(Stream.of(own), Arrays.stream(others)).toArray(Observable[]::new);
    }

    /** The words above the field. */
    public String label() {
        return label;
    }

    public StringProperty text() {
        return text;
    }

    /** Whether the text can be used, shown or not. */
    public BooleanBinding valid() {
        return valid;
    }

    /** What is wrong, shown or not; empty if nothing is. */
    public ObservableValue<String> problem() {
        return problem;
    }

    /** What to show under the field; empty before it was touched, or if nothing is wrong. */
    public ObservableValue<String> shownProblem() {
        return shownProblem;
    }

    public ObservableValue<State> state() {
        return state;
    }

    /** The user has left the field, or asked to go on. */
    public void touch() {
        touched.set(true);
    }

    /** Puts in a text that the user did not type. */
    public void reset(String value) {
        touched.set(false);
        text.set(value);
    }

    private State judge() {
        if (!touched.get()) {
            return State.UNTOUCHED;
        }
        return valid.get() ? State.VALID : State.INVALID;
    }
}
