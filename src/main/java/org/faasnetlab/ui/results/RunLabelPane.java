package org.faasnetlab.ui.results;

import javafx.collections.MapChangeListener;
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
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.control.Visibility;

/** The note and the tags of the selected run, and the form to edit them. */
final class RunLabelPane extends VBox {
    private final ResultsViewModel model;
    private final ResultFormatter formatter;
    private final Label note = new Label();
    private final TextField name = new TextField();
    private final TextField tags = new TextField();
    private final TextArea text = new TextArea();

    RunLabelPane(ResultsViewModel model, ResultFormatter formatter) {
        this.model = model;
        this.formatter = formatter;
        getStyleClass().add("results-news");
        note.setId("results-note");
        note.setWrapText(true);
        limit(name, RunLabel.MAX_NAME_LENGTH);
        limit(text, RunLabel.MAX_NOTE_LENGTH);
        getChildren()
                .addAll(
                        Visibility.showWhen(
                                note,
                                note.textProperty()
                                        .isNotEmpty()
                                        .and(model.labels().editing().not())),
                        Visibility.showWhen(form(), model.labels().editing()));
        Visibility.showWithChildren(this);
        model.run().subscribe(now -> show());
        model.labels().labels().addListener((MapChangeListener<String, RunLabel>) change -> show());
        model.labels().editing().addListener((property, before, now) -> edit());
    }

    private static void limit(TextInputControl input, int most) {
        input.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() <= most ? change : null));
    }

    private void show() {
        RunRow run = model.run().get();
        if (run != null) {
            note.setText(formatter.label(model.labels().of(run)));
        }
    }

    private void edit() {
        RunRow run = model.run().get();
        if (run != null && model.labels().editing().get()) {
            RunLabel label = model.labels().of(run);
            name.setText(label.name() == null ? run.title() : label.name());
            tags.setText(String.join(" ", label.tags()));
            text.setText(label.note() == null ? "" : label.note());
            name.requestFocus();
        }
    }

    private VBox form() {
        name.setId("results-label-name");
        tags.setId("results-label-tags");
        tags.setPromptText(formatter.get("label.tags.prompt"));
        text.setId("results-label-note");
        text.setPrefRowCount(3);
        text.setWrapText(true);
        Label wrong = new Label();
        wrong.setId("results-label-wrong");
        wrong.getStyleClass().add("problem");
        wrong.textProperty().bind(tags.textProperty().map(this::invalidTagMessage));
        Button save = new Button(formatter.get("label.save"));
        save.setId("results-label-save");
        save.getStyleClass().add("accent");
        save.disableProperty().bind(wrong.textProperty().isNotEmpty());
        save.setOnAction(event -> save());
        Button cancel = new Button(formatter.get("label.cancel"));
        cancel.setId("results-label-cancel");
        cancel.setOnAction(event -> model.labels().editing().set(false));
        // A default button of a hidden form would still react to Enter.
        save.defaultButtonProperty().bind(model.labels().editing());
        cancel.cancelButtonProperty().bind(model.labels().editing());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(10, space, cancel, save);
        return new VBox(
                6,
                line("label.name", name),
                line("label.tags", tags),
                Visibility.showWhen(wrong, wrong.textProperty().isNotEmpty()),
                line("label.note", text),
                buttons);
    }

    private HBox line(String key, TextInputControl input) {
        Label label = new Label(formatter.get(key));
        label.setLabelFor(input);
        label.setMinWidth(70);
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox line = new HBox(10, label, input);
        line.getStyleClass().add("title-line");
        return line;
    }

    private String invalidTagMessage(String typed) {
        String word = RunLabels.firstInvalidTag(typed);
        return word.isEmpty() ? "" : formatter.get("label.tags.wrong", word);
    }

    private void save() {
        RunRow run = model.run().get();
        if (run != null) {
            String before = model.labels().of(run).name() == null ? run.title() : "";
            String typed = name.getText().strip();
            model.label(
                    RunLabel.of(typed.equals(before) ? null : typed, text.getText(), RunLabels.tags(tags.getText())));
        }
    }
}
