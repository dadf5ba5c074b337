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

/** A message beside the control that it concerns: one sentence, and what to do. Takes no space while it is empty. */
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

    /** A message about a problem, initially empty. */
    public static Notice problem() {
        return new Notice(Feather.ALERT_TRIANGLE, "problem-notice");
    }

    /** A message with information. */
    public static Notice information(String text) {
        Notice notice = new Notice(Feather.INFO, "information-notice");
        notice.sentence.setText(text);
        return notice;
    }

    /** Shows a failure; null clears the message. */
    public void show(@Nullable LabException failure) {
        sentence.setText(failure == null ? "" : failure.getMessage());
        nextStep.setText(failure == null ? "" : failure.nextStep());
    }

    public void show(String text) {
        sentence.setText(text);
        nextStep.setText("");
    }
}
