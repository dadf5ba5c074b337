package org.faasnetlab.ui.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class AccountFieldsTest {
    @TempDir
    Path folder;

    private AccountViewModel model;
    private VBox root;

    @Start
    void start(Stage stage) {
        model = new AccountViewModel(
                new FakeLabWithStore(folder), new BackgroundTasks(Runnable::run, Platform::runLater));
        root = new VBox(new AccountFields("first", model));
        stage.setScene(new Scene(root, 600, 400));
        stage.show();
    }

    @Test
    void profileIsShownWhereverItCanBeChosen(FxRobot robot) {
        assertThat(shown(robot, "first")).isEqualTo("Default credentials");

        robot.interact(() -> model.load());
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> root.getChildren().add(new AccountFields("second", model)));
        WaitForAsyncUtils.waitForFxEvents();

        String chosen = model.displayName(model.profile().get());
        assertThat(Arrays.asList(shown(robot, "first"), shown(robot, "second"))).containsExactly(chosen, chosen);
    }

    @Test
    void profileIsShownWhereThereAreNoProfiles(FxRobot robot) {
        robot.interact(() -> {
            model.profiles().setAll(ProfileChoice.DEFAULT_CHAIN);
            root.getChildren().add(new AccountFields("second", model));
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(Arrays.asList(shown(robot, "first"), shown(robot, "second")))
                .containsExactly("Default credentials", "Default credentials");
    }

    /** The text in the closed box. */
    private static String shown(FxRobot robot, String prefix) {
        WaitForAsyncUtils.waitForFxEvents();
        ComboBox<?> box = robot.lookup("#" + prefix + "-profile").<ComboBox<?>>query();
        return box.getChildrenUnmodifiable().stream()
                .filter(ListCell.class::isInstance)
                .map(cell -> ((ListCell<?>) cell).getText())
                .findFirst()
                .orElse("");
    }
}
