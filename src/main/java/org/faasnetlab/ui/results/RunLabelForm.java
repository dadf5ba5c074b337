package org.faasnetlab.ui.results;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.Visibility;

/** The form in which name, note and tags of the selected run are edited; it opens beside the button for it. */
final class RunLabelForm {
    private static final double WIDTH = 380;

    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final TextField name = new TextField();
    private final TextField tags = new TextField();
    private final TextArea note = new TextArea();
    private final PopOver popOver = new PopOver();

    /** @param owner the button beside which it opens */
    RunLabelForm(ResultsViewModel model, ResultFormatter formatter, Node owner) {
        this.model = model;
        this.formatter = formatter;
        limit(name, RunLabel.MAX_NAME_LENGTH);
        limit(note, RunLabel.MAX_NOTE_LENGTH);
        popOver.setContentNode(form());
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setOnHidden(event -> model.labels().editing().set(false));
        model.labels().editing().subscribe(editing -> {
            if (editing) {
                fill();
                popOver.show(owner);
                name.requestFocus();
            } else {
                popOver.hide();
            }
        });
    }

    private static void limit(TextInputControl input, int max) {
        input.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() <= max ? change : null));
    }

    private void fill() {
        RunRow run = model.run().get();
        if (run != null) {
            RunLabel label = model.labels().of(run);
            name.setText(label.name() == null ? run.title() : label.name());
            tags.setText(String.join(" ", label.tags()));
            note.setText(label.note() == null ? "" : label.note());
        }
    }

    private VBox form() {
        name.setId("results-label-name");
        tags.setId("results-label-tags");
        tags.setPromptText(formatter.get("label.tags.prompt"));
        note.setId("results-label-note");
        note.setPrefRowCount(3);
        note.setWrapText(true);
        Label wrong = new Label();
        wrong.setId("results-label-wrong");
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        wrong.getStyleClass().add("problem");
        wrong.textProperty().bind(tags.textProperty().map(this::invalidTagMessage));
        Button save = Buttons.primary("results-label-save", formatter.get("label.save"), this::save);
        save.disableProperty().bind(wrong.textProperty().isNotEmpty());
        save.setDefaultButton(true);
        Button cancel = Buttons.plain("results-label-cancel", formatter.get("label.cancel"), popOver::hide);
        cancel.setCancelButton(true);
        HBox buttons = new HBox(cancel, save);
        buttons.getStyleClass().addAll("button-row", "right-row");
        VBox form = new VBox(
                8,
                line("label.name", name),
                line("label.tags", tags),
                Visibility.showWhen(wrong, wrong.textProperty().isNotEmpty()),
                line("label.note", note),
                buttons);
        form.getStyleClass().add("pop-over-form");
        form.setPrefWidth(WIDTH);
        return form;
    }

    private HBox line(String key, TextInputControl input) {
        Label label = new Label(formatter.get(key));
        label.setLabelFor(input);
        label.setMinWidth(60);
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox line = new HBox(10, label, input);
        line.getStyleClass().add("title-line");
        return line;
    }

    private String invalidTagMessage(String typed) {
        String tag = RunLabels.firstInvalidTag(typed);
        return tag.isEmpty() ? "" : formatter.get("label.tags.wrong", tag);
    }

    private void save() {
        RunRow run = model.run().get();
        if (run != null) {
            String before = model.labels().of(run).name() == null ? run.title() : "";
            String typed = name.getText().strip();
            model.label(
                    RunLabel.of(typed.equals(before) ? null : typed, note.getText(), RunLabels.tags(tags.getText())));
        }
    }
}
