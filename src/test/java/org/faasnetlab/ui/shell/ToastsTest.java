package org.faasnetlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.faasnetlab.LabException;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.common.ThemeManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ToastsTest {
    private final Toasts toasts = new Toasts();
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(new StackPane(), 800, 500);
        new ThemeManager(Theme.DARK).applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void toastShowsTextAndRunsItsAction(FxRobot robot) {
        List<String> done = new ArrayList<>();

        robot.interact(() -> toasts.show(scene, "Saved chart.png.", "Show folder", () -> done.add("shown")));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> all("Show folder", Button.class).get(0).fire());

        assertThat(all("Saved chart.png.", Labeled.class)).isNotEmpty();
        assertThat(done).containsExactly("shown");
    }

    @Test
    void aLongListOfFilesFitsBesideItsButton(FxRobot robot) {
        String text = "Exported to " + "/home/ada/measurements/iperf3-concurrent.functions.csv, ".repeat(8) + "end.";

        robot.interact(() -> toasts.show(scene, text, "Show folder", () -> {}));
        WaitForAsyncUtils.waitForFxEvents();

        Labeled label = all(text, Labeled.class).get(0);
        assertThat(label.getScene().getWindow().getWidth()).isLessThan(scene.getWidth());
        assertThat(label.getHeight()).isGreaterThan(60);
        assertThat(label.lookup(".text").getBoundsInLocal().getWidth()).isLessThan(420);
    }

    @Test
    void problemHasItsSentenceAndWhatToDo(FxRobot robot) {
        robot.interact(() -> toasts.show(
                scene, new LabException(LabException.Kind.FAILED, "The disk is full.", "Free some space.")));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(all("The disk is full.", Labeled.class)).isNotEmpty();
        assertThat(all("Free some space.", Labeled.class)).isNotEmpty();
    }

    private static <T extends Labeled> List<T> all(String text, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            for (Node node : window.getScene().getRoot().lookupAll("*")) {
                if (type.isInstance(node) && text.equals(type.cast(node).getText())) {
                    found.add(type.cast(node));
                }
            }
        }
        return found;
    }
}
