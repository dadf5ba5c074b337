package org.faasnetlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FocusGuardTest {
    private Button action;
    private HBox row;
    private TextField next;

    @Start
    void start(Stage stage) {
        action = new Button("Start");
        row = new HBox(action);
        next = new TextField();
        Scene scene = new Scene(new StackPane(new VBox(row, next)), 300, 200);
        FocusGuard.install(scene);
        stage.setScene(scene);
        stage.show();
        action.requestFocus();
    }

    @Test
    void theFocusWaitsForAButtonThatIsDisabledWhileItsActionRuns(FxRobot robot) {
        robot.interact(() -> action.setDisable(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(next.isFocused()).isFalse();

        robot.interact(() -> action.setDisable(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(action.isFocused()).isTrue();
    }

    @Test
    void theFocusWaitsForAButtonInsideOfWhatIsHidden(FxRobot robot) {
        robot.interact(() -> row.setVisible(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(next.isFocused()).isFalse();

        robot.interact(() -> row.setVisible(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(action.isFocused()).isTrue();
    }

    @Test
    void aFocusThatTheUserMovesMeanwhileStays(FxRobot robot) {
        robot.interact(() -> action.setDisable(true));
        WaitForAsyncUtils.waitForFxEvents();
        robot.push(KeyCode.TAB);
        assertThat(next.isFocused()).isTrue();

        robot.interact(() -> action.setDisable(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(next.isFocused()).isTrue();
    }
}
