package org.faasnetlab.ui.common.control;

import atlantafx.base.theme.Styles;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A form field: its label, its control, and below it a hint or the current problem. */
public final class FieldBox extends VBox {
    private final InputField field;

    /**
     * @param control the control that takes keyboard input
     * @param row the control with the nodes beside it
     */
    private FieldBox(InputField field, Node control, Node row, ObservableValue<String> hint) {
        this.field = field;
        getStyleClass().add("field-box");
        Label label = new Label(field.label());
        label.setLabelFor(control);
        getChildren().addAll(label, row, hintOf(hint), problemOf());
        control.accessibleHelpProperty().bind(hint);
        control.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                field.touch();
            }
        });
        field.state()
                .subscribe(
                        now -> control.pseudoClassStateChanged(Styles.STATE_DANGER, now == InputField.State.INVALID));
    }

    public static FieldBox text(String id, InputField field, String hint, Node... beside) {
        return text(id, field, new ReadOnlyStringWrapper(hint), beside);
    }

    /** A text field with a hint that may change. */
    public static FieldBox text(String id, InputField field, ObservableValue<String> hint, Node... beside) {
        TextField control = new TextField();
        control.setId(id);
        control.textProperty().bindBidirectional(field.text());
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(control);
        row.getStyleClass().add("field-row");
        row.getChildren().addAll(beside);
        return new FieldBox(field, control, row, hint);
    }

    /** A text field with suggestions. */
    public static FieldBox suggestions(String id, InputField field, String hint, String... suggestions) {
        return suggestions(id, field, hint, FXCollections.observableArrayList(suggestions));
    }

    /** As above, with suggestions that may change. */
    public static FieldBox suggestions(String id, InputField field, String hint, ObservableList<String> suggestions) {
        ComboBox<String> control = new ComboBox<>();
        control.setId(id);
        control.setEditable(true);
        control.getItems().setAll(suggestions);
        suggestions.addListener((ListChangeListener<String>) change -> {
            String typed = field.text().get(); // the control loses it while its items are replaced
            control.getItems().setAll(suggestions);
            field.text().set(typed);
        });
        control.setMaxWidth(Double.MAX_VALUE);
        control.getEditor().textProperty().bindBidirectional(field.text());
        control.getEditor().focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                field.touch();
            }
        });
        return new FieldBox(field, control, control, new ReadOnlyStringWrapper(hint));
    }

    private Label hintOf(ObservableValue<String> hint) {
        Label label = new Label();
        label.textProperty().bind(hint);
        return line(
                label,
                "hint",
                field.shownProblem()
                        .map(String::isEmpty)
                        .map(none -> none && !hint.getValue().isEmpty()));
    }

    private Label problemOf() {
        Label label = new Label();
        label.textProperty().bind(field.shownProblem());
        return line(label, "problem", field.shownProblem().map(problem -> !problem.isEmpty()));
    }

    private static Label line(Label label, String style, ObservableValue<Boolean> condition) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return Visibility.showWhen(label, condition);
    }
}
