package org.faasnetlab.ui.common.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.LabException;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A message at the place that it is about: one sentence, and what to do. Takes no room while it says nothing. */
public final class Notice extends HBox {
    private final Label sentence = new Label();
    private final Label nextStep = new Label();

    private Notice(Ikon icon, String kind) {
        getStyleClass().addAll("notice", kind);
        setMinHeight(USE_PREF_SIZE);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("sentence");
        nextStep.setWrapText(true);
        nextStep.setMinHeight(USE_PREF_SIZE);
        Visibility.showWhen(nextStep, nextStep.textProperty().isNotEmpty());
        VBox words = new VBox(sentence, nextStep);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon), words);
        Visibility.showWhen(this, sentence.textProperty().isNotEmpty());
    }

    /** For what went wrong. Says nothing at first. */
    public static Notice problem() {
        return new Notice(Feather.ALERT_TRIANGLE, "problem-notice");
    }

    /** For what is good to know. */
    public static Notice information(String text) {
        Notice notice = new Notice(Feather.INFO, "information-notice");
        notice.sentence.setText(text);
        return notice;
    }

    /** Shows a failure, or nothing for null. */
    public void show(@Nullable LabException failure) {
        sentence.setText(failure == null ? "" : failure.getMessage());
        nextStep.setText(failure == null ? "" : failure.nextStep());
    }

    public void show(String text) {
        sentence.setText(text);
        nextStep.setText("");
    }
}
