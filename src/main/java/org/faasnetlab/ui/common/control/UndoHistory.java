package org.faasnetlab.ui.common.control;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the user can still undo, whatever has the focus. For the window's thread. */
public final class UndoHistory {
    private final ObservableList<Runnable> undos = FXCollections.observableArrayList();
    private final BooleanBinding available = Bindings.isNotEmpty(undos);

    /**
     * Offers to undo something.
     *
     * @return undoes it, unless that was done before or is no longer offered
     */
    public Runnable offer(Runnable undo) {
        Runnable once = new Runnable() {
            @Override
            public void run() {
                if (undos.remove(this)) {
                    undo.run();
                }
            }
        };
        undos.add(once);
        return once;
    }

    /** Ends an offer. */
    public void withdraw(Runnable offered) {
        undos.remove(offered);
    }

    /** Undoes what was done last; does nothing if nothing is offered. */
    public void undoLast() {
        if (!undos.isEmpty()) {
            undos.get(undos.size() - 1).run();
        }
    }

    public BooleanBinding available() {
        return available;
    }
}
