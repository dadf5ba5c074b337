package org.faasnetlab.ui.shell;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.faasnetlab.LabException;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.ErrorReport;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.UndoHistory;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Dialogs inside the window. The other nodes of its pane are disabled while a dialog is open; Escape closes it. */
final class DialogOverlay extends StackPane implements Dialogs {
    /** Above charts in full size. */
    private static final double VIEW_ORDER = -10;

    private static final double MAX_HEIGHT = 610;

    private final Texts texts;
    private final Desktop desktop;
    private final Toasts toasts = new Toasts();
    private final UndoHistory undoHistory = new UndoHistory();
    private @Nullable Node focusBefore;
    private Runnable onClose = () -> {};

    DialogOverlay(Texts texts, Desktop desktop) {
        this.texts = texts;
        this.desktop = desktop;
        getStyleClass().add("overlay");
        setVisible(false);
        setViewOrder(VIEW_ORDER);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    @Override
    public void confirm(String title, String text, String action, Runnable yes) {
        Button agree = Buttons.primary("dialog-yes", action, () -> {
            close();
            yes.run();
        });
        Button cancel = Buttons.plain("dialog-close", texts.get("dialog.cancel"), this::close);
        open(title, CardLabels.line(text), USE_PREF_SIZE, cancel, cancel, agree);
    }

    @Override
    public void ask(String title, String text, String action, Consumer<@Nullable String> answer) {
        TextField field = new TextField();
        field.setId("dialog-field");
        field.setAccessibleText(title);
        Button agree = Buttons.primary("dialog-yes", action, () -> {
            onClose = () -> {};
            close();
            answer.accept(field.getText());
        });
        agree.setDefaultButton(true);
        agree.disableProperty().bind(field.textProperty().map(String::isBlank));
        Button cancel = Buttons.plain("dialog-close", texts.get("dialog.cancel"), this::close);
        VBox content = new VBox(CardLabels.line(text), field);
        content.getStyleClass().add("dialog-content");
        open(title, content, USE_PREF_SIZE, field, cancel, agree);
        onClose = () -> answer.accept(null);
    }

    @Override
    public void show(String title, Node content) {
        Button close = closeButton();
        open(title, scrolling(content), MAX_HEIGHT, close, close);
    }

    @Override
    public void toast(String text) {
        toasts.show(getScene(), text);
    }

    @Override
    public void toast(String text, String action, Runnable onAction) {
        toasts.show(getScene(), text, action, onAction);
    }

    @Override
    public void undoable(String text, String action, Runnable undo) {
        Runnable offered = undoHistory.offer(undo);
        toast(text, action, offered);
        PauseTransition shown = new PauseTransition(Toasts.WITH_BUTTON);
        shown.setOnFinished(event -> undoHistory.withdraw(offered));
        shown.play();
    }

    UndoHistory undoHistory() {
        return undoHistory;
    }

    @Override
    public void notifyOutside(String title, String text, Runnable onClick) {
        toasts.showOutside(getScene(), title, text, onClick);
    }

    @Override
    public void problem(LabException failure) {
        toasts.show(getScene(), failure);
    }

    @Override
    public void showUnexpected(ErrorReport report) {
        Label code = CardLabels.line(texts.get("error.code", report.code()));
        code.setId("error-code");
        VBox content =
                new VBox(CardLabels.line(texts.get("error.sentence")), CardLabels.line(texts.get("error.next")), code);
        content.getStyleClass().add("dialog-content");
        Button copy = Buttons.withIcon(
                "copy-details", texts.get("error.copy"), Feather.COPY, () -> desktop.copy(report.details()));
        Button close = closeButton();
        open(texts.get("error.title"), scrolling(content), MAX_HEIGHT, close, copy, close);
    }

    private Button closeButton() {
        return Buttons.primary("dialog-close", texts.get("dialog.close"), this::close);
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private void open(String title, Node content, double maxHeight, Node first, Button... buttons) {
        replaced();
        HBox row = new HBox(buttons);
        row.getStyleClass().addAll("button-row", "right-row");
        VBox box = new VBox(CardLabels.heading(title), content, row);
        box.getStyleClass().addAll("card-pane", "dialog");
        box.setMaxHeight(maxHeight);
        if (!isVisible() && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        getChildren().setAll(box);
        setVisible(true);
        disableSiblings(true);
        Platform.runLater(first::requestFocus); // a node can take the focus only after layout
    }

    private void close() {
        setVisible(false);
        getChildren().clear();
        disableSiblings(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
        replaced();
    }

    /** Who asked in the dialog that is no longer shown gets no answer otherwise. */
    private void replaced() {
        Runnable unanswered = onClose;
        onClose = () -> {};
        unanswered.run();
    }

    private void disableSiblings(boolean on) {
        getParent().getChildrenUnmodifiable().stream()
                .filter(node -> node != this)
                .forEach(node -> node.setDisable(on));
    }
}
