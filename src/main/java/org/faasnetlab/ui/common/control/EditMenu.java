package org.faasnetlab.ui.common.control;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The Edit menu: what the control with the focus can do with text, rows of a table or entries of a list. Items that do not
 * apply to it are disabled.
 */
public final class EditMenu extends Menu {
    private final Texts texts = Texts.of(EditMenu.class);
    private final Supplier<@Nullable Node> focused;
    private boolean acting;

    /**
     * The menu.
     *
     * @param focused the control that has the focus; null if there is none
     * @param undoHistory what can be undone beside the changes in a field that has the focus
     */
    public EditMenu(Supplier<@Nullable Node> focused, UndoHistory undoHistory) {
        this.focused = focused;
        setText(texts.get("edit"));
        setId("menu-edit");
        MenuItem undo = new MenuItem(texts.get("edit.undo"));
        undo.setId("menu-edit-undo");
        undo.setAccelerator(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN));
        undo.setOnAction(event -> {
            if (focused.get() instanceof TextInputControl text && text.isUndoable()) {
                text.undo();
            } else {
                undoHistory.undoLast();
            }
        });
        MenuItem cut = item("cut", KeyCode.X, TextInputControl::cut);
        MenuItem copy = item("copy", KeyCode.C, TextInputControl::copy);
        MenuItem paste = item("paste", KeyCode.V, TextInputControl::paste);
        MenuItem all = item("selectAll", KeyCode.A, TextInputControl::selectAll);
        getItems().addAll(undo, new SeparatorMenuItem(), cut, copy, paste, new SeparatorMenuItem(), all);
        setOnShowing(event -> {
            undo.setDisable(!appliesTo(TextInputControl::isUndoable)
                    && !undoHistory.available().get());
            cut.setDisable(!appliesTo(text -> text.isEditable() && hasSelection(text)));
            copy.setDisable(!appliesTo(EditMenu::hasSelection) && !hasSelectedRows());
            paste.setDisable(!appliesTo(TextInputControl::isEditable));
            all.setDisable(!appliesTo(text -> text.getLength() > 0) && !hasSelectableRows());
        });
        // Shortcuts are not asked for while the menu is closed, so nothing may stay disabled.
        setOnHidden(event -> getItems().forEach(item -> item.setDisable(false)));
    }

    private MenuItem item(String key, KeyCode code, Consumer<TextInputControl> ofText) {
        MenuItem item = new MenuItem(texts.get("edit." + key));
        item.setId("menu-edit-" + key);
        item.setAccelerator(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
        item.setOnAction(event -> act(code, ofText));
        return item;
    }

    /** Tables and lists handle the keys; a key that they ignore comes back here as a shortcut. */
    private void act(KeyCode code, Consumer<TextInputControl> ofText) {
        Node node = focused.get();
        if (acting || node == null) {
            return;
        }
        if (node instanceof TextInputControl text) {
            ofText.accept(text);
            return;
        }
        acting = true;
        try {
            node.fireEvent(key(node, code));
        } finally {
            acting = false;
        }
    }

    private static KeyEvent key(EventTarget target, KeyCode code) {
        KeyEvent control = new KeyEvent(null, target, KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false);
        KeyEvent command = new KeyEvent(null, target, KeyEvent.KEY_PRESSED, "", "", code, false, false, false, true);
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN).match(control) ? control : command;
    }

    private boolean appliesTo(Predicate<TextInputControl> condition) {
        return focused.get() instanceof TextInputControl text && condition.test(text);
    }

    private static boolean hasSelection(TextInputControl text) {
        return text.getSelection().getLength() > 0;
    }

    private boolean hasSelectedRows() {
        return focused.get() instanceof TableView<?> table
                && !table.getSelectionModel().isEmpty();
    }

    private boolean hasSelectableRows() {
        Node node = focused.get();
        if (node instanceof TableView<?> table) {
            return table.getSelectionModel().getSelectionMode() == SelectionMode.MULTIPLE
                    && !table.getItems().isEmpty();
        }
        return node instanceof ListView<?> list
                && list.getSelectionModel().getSelectionMode() == SelectionMode.MULTIPLE
                && !list.getItems().isEmpty();
    }
}
