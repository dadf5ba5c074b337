package org.faasnetlab.ui.common;

import javafx.scene.Node;

/** Says something in front of everything else. One dialog at a time; a new one takes the place of the old. */
public interface Dialogs {

    /**
     * Asks before something is done.
     *
     * @param action name of the button that does it, a verb
     * @param yes done when the user agrees
     */
    void confirm(String title, String text, String action, Runnable yes);

    /** Shows content of its own, with a button to close it. */
    void show(String title, Node content);

    /** Reports an error that was not foreseen. */
    void unforeseen(ErrorReport report);
}
