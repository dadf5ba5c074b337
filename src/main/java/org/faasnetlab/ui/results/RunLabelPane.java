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
    private final ResultFormatter words;
    private final Label note = new Label();
    private final TextField name = new TextField();
    private final TextField tags = new TextField();
    private final TextArea text = new TextArea();

    RunLabelPane(ResultsViewModel model, ResultFormatter words) {
        this.model = model;
        this.words = words;
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
                                        .and(model.labelling().editing().not())),
                        Visibility.showWhen(form(), model.labelling().editing()));
        Visibility.showWithChildren(this);
        model.run().subscribe(now -> show());
        model.labelling().labels().addListener((MapChangeListener<String, RunLabel>) change -> show());
        model.labelling().editing().addListener((property, before, now) -> edit());
    }

    private static void limit(TextInputControl input, int most) {
        input.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() <= most ? change : null));
    }

    private void show() {
        RunRow run = model.run().get();
        if (run != null) {
            note.setText(words.label(model.labelling().of(run)));
        }
    }

    private void edit() {
        RunRow run = model.run().get();
        if (run != null && model.labelling().editing().get()) {
            RunLabel label = model.labelling().of(run);
            name.setText(label.name() == null ? run.title() : label.name());
            tags.setText(String.join(" ", label.tags()));
            text.setText(label.note() == null ? "" : label.note());
            name.requestFocus();
        }
    }

    private VBox form() {
        name.setId("results-label-name");
        tags.setId("results-label-tags");
        tags.setPromptText(words.get("label.tags.prompt"));
        text.setId("results-label-note");
        text.setPrefRowCount(3);
        text.setWrapText(true);
        Label wrong = new Label();
        wrong.setId("results-label-wrong");
        wrong.getStyleClass().add("problem");
        wrong.textProperty().bind(tags.textProperty().map(this::wrongTag));
        Button save = new Button(words.get("label.save"));
        save.setId("results-label-save");
        save.getStyleClass().add("accent");
        save.disableProperty().bind(wrong.textProperty().isNotEmpty());
        save.setOnAction(event -> save());
        Button cancel = new Button(words.get("label.cancel"));
        cancel.setId("results-label-cancel");
        cancel.setOnAction(event -> model.labelling().editing().set(false));
        // A default button of a hidden form would still react to Enter.
        save.defaultButtonProperty().bind(model.labelling().editing());
        cancel.cancelButtonProperty().bind(model.labelling().editing());
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
        Label label = new Label(words.get(key));
        label.setLabelFor(input);
        label.setMinWidth(70);
        HBox.setHgrow(input, Priority.ALWAYS);
        HBox line = new HBox(10, label, input);
        line.getStyleClass().add("title-line");
        return line;
    }

    private String wrongTag(String typed) {
        String word = RunLabels.notATag(typed);
        return word.isEmpty() ? "" : words.get("label.tags.wrong", word);
    }

    private void save() {
        RunRow run = model.run().get();
        if (run != null) {
            String before = model.labelling().of(run).name() == null ? run.title() : "";
            String typed = name.getText().strip();
            model.label(
                    RunLabel.of(typed.equals(before) ? null : typed, text.getText(), RunLabels.tags(tags.getText())));
        }
    }
}
