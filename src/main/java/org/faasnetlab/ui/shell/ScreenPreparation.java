package org.faasnetlab.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.ScreenId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the main screens one after the other while the user reads the first one, so that they open without a wait:
 * their classes are loaded, and their controls have skins, styles and a layout.
 */
final class ScreenPreparation {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenPreparation.class);

    /** Between two screens, so that the window responds. */
    private static final Duration PAUSE = Duration.millis(250);

    private final Deque<ScreenId> remaining;
    private final MainWindow window;
    private final Scene shown;

    /** @param screens in the order in which users open them */
    ScreenPreparation(MainWindow window, Scene shown, List<ScreenId> screens) {
        this.window = window;
        this.shown = shown;
        this.remaining = new ArrayDeque<>(screens);
    }

    void start() {
        if (remaining.isEmpty()) {
            LOG.debug("All screens are prepared");
            return;
        }
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(end -> {
            layOut(window.screen(remaining.remove()));
            start();
        });
        pause.play();
    }

    /** Applies styles and layout in a scene of the same size and style that is never shown. */
    private void layOut(Screen screen) {
        if (screen.view().getScene() != null) {
            return; // The user has opened it in the meantime.
        }
        StackPane place = new StackPane(screen.view());
        Parent root = shown.getRoot();
        place.getStyleClass().setAll(root.getStyleClass());
        Scene hidden = new Scene(place, shown.getWidth(), shown.getHeight());
        hidden.getStylesheets().setAll(shown.getStylesheets());
        place.applyCss();
        place.layout();
        place.getChildren().clear();
    }
}
