package org.faasnetlab.testing.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.faasnetlab.LabException;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.ErrorReport;
import org.jspecify.annotations.Nullable;

/** Records questions, toasts and problems; the user answers no question. */
public final class FakeDialogs implements Dialogs {
    private final List<String> questions = new ArrayList<>();
    private final List<String> toasts = new ArrayList<>();
    private final List<String> notifications = new ArrayList<>();
    private final List<LabException> problems = new ArrayList<>();
    private Runnable lastConfirmation = () -> {};
    private Runnable lastAction = () -> {};
    private Consumer<@Nullable String> lastQuestion = text -> {};

    public List<String> questions() {
        return questions;
    }

    public List<String> toasts() {
        return toasts;
    }

    public List<String> notifications() {
        return notifications;
    }

    public List<LabException> problems() {
        return problems;
    }

    /** Confirms the last question. */
    public void confirmLast() {
        lastConfirmation.run();
    }

    /** Clicks the button of the last toast that had one. */
    public void clickLastToast() {
        lastAction.run();
    }

    @Override
    public void confirm(String title, String text, String action, Runnable yes) {
        questions.add(text);
        lastConfirmation = yes;
    }

    @Override
    public void ask(String title, String text, String action, Consumer<@Nullable String> answer) {
        questions.add(text);
        lastQuestion = answer;
    }

    /** Answers the last question for a text; null closes it. */
    public void answerLast(@Nullable String text) {
        lastQuestion.accept(text);
    }

    @Override
    public void show(String title, Node content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void toast(String text) {
        toasts.add(text);
    }

    @Override
    public void undoable(String text, String action, Runnable undo) {
        toast(text, action, undo);
    }

    @Override
    public void toast(String text, String action, Runnable onAction) {
        toasts.add(text);
        lastAction = onAction;
    }

    @Override
    public void notifyOutside(String title, String text, Runnable onClick) {
        notifications.add(text);
        lastAction = onClick;
    }

    @Override
    public void problem(LabException failure) {
        problems.add(failure);
    }

    @Override
    public void showUnexpected(ErrorReport report) {
        throw new UnsupportedOperationException();
    }
}
