package org.faasnetlab.ui.common;

import java.util.function.Consumer;
import javafx.scene.Node;
import org.faasnetlab.LabException;
import org.jspecify.annotations.Nullable;

/** Shows dialogs in front of the window. One dialog at a time; a new one replaces the current one. */
public interface Dialogs {

    /**
     * Asks for confirmation.
     *
     * @param action label of the button that confirms, a verb
     * @param yes runs when the user confirms
     */
    void confirm(String title, String text, String action, Runnable yes);

    /**
     * Asks for a line of text.
     *
     * @param action label of the button that confirms, a verb
     * @param answer receives the text, or null if the user closes the dialog
     */
    void ask(String title, String text, String action, Consumer<@Nullable String> answer);

    /** Shows custom content with a button to close it. */
    void show(String title, Node content);

    /** Shows a short message that disappears by itself and covers nothing that the user works with. */
    void toast(String text);

    /** As {@link #toast(String)}, with a button. */
    void toast(String text, String action, Runnable onAction);

    /**
     * Reports what was done, as {@link #toast(String, String, Runnable)}, with a button that undoes it. As long as the
     * message is shown, the menu and its key undo it, too.
     */
    void undoable(String text, String action, Runnable undo);

    /** Shows a message in a corner of the screen, for users who work in another window; a click runs the action. */
    void notifyOutside(String title, String text, Runnable onClick);

    /** Shows a failure, above everything else, until the user closes it. */
    void problem(LabException failure);

    /** Reports an unexpected error. */
    void showUnexpected(ErrorReport report);
}
