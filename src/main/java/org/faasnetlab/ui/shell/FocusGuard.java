package org.faasnetlab.ui.shell;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the focus where the user left it. JavaFX moves the focus to the next control when the focused one is disabled or
 * hidden, for example a button while its action runs; then the next key would act there. Here the focus waits beside the
 * control, and returns when it can be used again.
 */
final class FocusGuard {
    private final Scene scene;
    private final ChangeListener<Boolean> changes = (property, before, now) -> restore();
    private @Nullable Node lost;
    private @Nullable Node left;
    private @Nullable Parent waiting;

    private FocusGuard(Scene scene) {
        this.scene = scene;
    }

    static void install(Scene scene) {
        FocusGuard guard = new FocusGuard(scene);
        scene.focusOwnerProperty().addListener((property, before, now) -> guard.moved(before, now));
    }

    private void moved(@Nullable Node before, @Nullable Node now) {
        if (now != waiting) {
            forget();
        }
        // On its way from a control that cannot have it any longer, the focus is nowhere for a moment. Where a dialog
        // or
        // the user moves it, it is not.
        Node from = lost;
        lost = now == null ? before : null;
        if (from != null && before == null && now != null && from.getScene() == scene && !isUsable(from)) {
            // The focus cannot be moved while it moves.
            Platform.runLater(() -> {
                if (scene.getFocusOwner() == now) {
                    park(from);
                }
            });
        }
    }

    /** Gives the focus to the nearest node around the control that can have it, from where Tab continues. */
    private void park(Node control) {
        if (isUsable(control)) {
            control.requestFocus();
            return;
        }
        Parent around = control.getParent();
        while (around != null && !isUsable(around)) {
            around = around.getParent();
        }
        if (around == null || around == scene.getRoot()) {
            return; // a dialog is open, or the whole screen was replaced
        }
        left = control;
        waiting = around;
        for (Node node = control; node != null && node != around; node = node.getParent()) {
            node.disabledProperty().addListener(changes);
            node.visibleProperty().addListener(changes);
        }
        around.requestFocus();
    }

    private void restore() {
        Node control = left;
        if (control != null && scene.getFocusOwner() == waiting && isUsable(control)) {
            forget();
            control.requestFocus();
        }
    }

    private void forget() {
        for (Node node = left; node != null && node != waiting; node = node.getParent()) {
            node.disabledProperty().removeListener(changes);
            node.visibleProperty().removeListener(changes);
        }
        left = null;
        waiting = null;
    }

    private boolean isUsable(Node node) {
        if (node.getScene() != scene || node.isDisabled()) {
            return false;
        }
        for (Node around = node; around != null; around = around.getParent()) {
            if (!around.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
