package org.faasnetlab.ui.common.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.LabException;
import org.faasnetlab.ui.common.DomainTexts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A message beside the control that it concerns: one sentence, and what to do. Colour and icon show how serious it is.
 * Takes no space while it is empty.
 */
public final class Notice extends HBox {

    /** How serious a message is. */
    private enum Severity {
        INFORMATION("information-notice"),
        WARNING("warning-notice"),
        PROBLEM("problem-notice");

        private final String style;

        Severity(String style) {
            this.style = style;
        }

        /** The user's own cancellation is no problem, and a wrong value is less than a failure. */
        static Severity of(LabException.Kind kind) {
            return switch (kind) {
                case CANCELLED -> INFORMATION;
                case BAD_INPUT, UNAVAILABLE -> WARNING;
                case REFUSED, FAILED -> PROBLEM;
            };
        }
    }

    private final Severity severity;
    private final Ikon defaultIcon;
    private final FontIcon icon = new FontIcon();
    private final Label sentence = new Label();
    private final Label nextStep = new Label();

    private Notice(Severity severity, Ikon defaultIcon) {
        this.severity = severity;
        this.defaultIcon = defaultIcon;
        setMinHeight(USE_PREF_SIZE);
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.getStyleClass().add("sentence");
        nextStep.setWrapText(true);
        nextStep.setMinHeight(USE_PREF_SIZE);
        Visibility.showWhen(nextStep, nextStep.textProperty().isNotEmpty());
        VBox texts = new VBox(sentence, nextStep);
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(icon, texts);
        Visibility.showWhen(this, sentence.textProperty().isNotEmpty());
        mark(severity, defaultIcon);
    }

    /** A message about a problem, initially empty. */
    public static Notice problem() {
        return new Notice(Severity.PROBLEM, Feather.ALERT_TRIANGLE);
    }

    /** A message with information. */
    public static Notice information(String text) {
        Notice notice = new Notice(Severity.INFORMATION, Feather.INFO);
        notice.sentence.setText(text);
        return notice;
    }

    /** Shows a failure with the colour and the icon of its kind; null clears the message. */
    public void show(@Nullable LabException failure) {
        if (failure == null) {
            show("");
            return;
        }
        mark(Severity.of(failure.kind()), icon(failure.kind()));
        DomainTexts texts = new DomainTexts();
        sentence.setText(texts.text(failure.sentence()));
        nextStep.setText(texts.text(failure.advice()));
    }

    public void show(String text) {
        mark(severity, defaultIcon);
        sentence.setText(text);
        nextStep.setText("");
    }

    private void mark(Severity shown, Ikon symbol) {
        getStyleClass().setAll("notice", shown.style);
        icon.setIconCode(symbol);
    }

    private static Ikon icon(LabException.Kind kind) {
        return switch (kind) {
            case BAD_INPUT -> Feather.EDIT_2;
            case UNAVAILABLE -> Feather.PACKAGE;
            case REFUSED -> Feather.SLASH;
            case FAILED -> Feather.ALERT_TRIANGLE;
            case CANCELLED -> Feather.INFO;
        };
    }
}
