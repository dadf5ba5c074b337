package org.faasnetlab.ui.common.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.faasnetlab.testing.ui.FakeDesktop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class EditMenuTest {
    private final FakeDesktop desktop = new FakeDesktop(Path.of("target"), "none");
    private TextField field;
    private TextField fixed;
    private TableView<String> table;
    private EditMenu menu;
    private final UndoHistory undoHistory = new UndoHistory();

    @Start
    void start(Stage stage) {
        field = new TextField("lambda");
        fixed = new TextField("fixed");
        table = new TableView<>();
        fixed.setEditable(false);
        table.getColumns().add(TableColumns.text("Name", row -> row, 100));
        table.getItems().setAll("one", "two");
        TableCopy.install(table, desktop::copy);
        menu = new EditMenu(() -> stage.getScene().getFocusOwner(), undoHistory);
        stage.setScene(new Scene(new VBox(new MenuBar(menu), field, fixed, table), 400, 300));
        stage.show();
    }

    @Test
    void textIsSelectedAndCut(FxRobot robot) {
        robot.interact(field::requestFocus);
        robot.clickOn("#menu-edit").clickOn("#menu-edit-selectAll");
        assertThat(field.getSelectedText()).isEqualTo("lambda");

        robot.clickOn("#menu-edit").clickOn("#menu-edit-cut");

        assertThat(field.getText()).isEmpty();
    }

    @Test
    void whatDoesNotApplyIsDisabled(FxRobot robot) {
        robot.interact(fixed::requestFocus);
        robot.interact(fixed::deselect);
        robot.clickOn("#menu-edit");

        assertThat(item("paste").isDisable()).isTrue();
        assertThat(item("copy").isDisable()).isTrue();
        assertThat(item("selectAll").isDisable()).isFalse();
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(item("paste").isDisable())
                .as("shortcuts work while the menu is closed")
                .isFalse();
    }

    @Test
    void rowsAreSelectedAndCopied(FxRobot robot) {
        robot.interact(table::requestFocus);
        robot.clickOn("#menu-edit").clickOn("#menu-edit-selectAll");
        assertThat(table.getSelectionModel().getSelectedItems()).containsExactly("one", "two");

        robot.clickOn("#menu-edit").clickOn("#menu-edit-copy");
        robot.push(KeyCode.SHORTCUT, KeyCode.C);

        assertThat(desktop.copied()).containsExactly("Name\none\ntwo\n", "Name\none\ntwo\n");
    }

    @Test
    void whatWasDoneLastIsUndoneOnceByItsKey(FxRobot robot) {
        List<String> undone = new ArrayList<>();
        Runnable first = undoHistory.offer(() -> undone.add("first"));
        undoHistory.offer(() -> undone.add("second"));
        robot.interact(table::requestFocus);

        robot.push(KeyCode.SHORTCUT, KeyCode.Z)
                .push(KeyCode.SHORTCUT, KeyCode.Z)
                .push(KeyCode.SHORTCUT, KeyCode.Z);
        robot.interact(first);

        assertThat(undone).containsExactly("second", "first");
        robot.clickOn("#menu-edit");
        assertThat(item("undo").isDisable()).isTrue();
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void anOfferThatIsOverIsNotUndone(FxRobot robot) {
        List<String> undone = new ArrayList<>();
        Runnable offered = undoHistory.offer(() -> undone.add("done"));

        undoHistory.withdraw(offered);
        robot.interact(offered);
        robot.interact(undoHistory::undoLast);

        assertThat(undone).isEmpty();
    }

    @Test
    void changesOfAFieldAreUndone(FxRobot robot) {
        robot.clickOn(field).write("x");

        robot.clickOn("#menu-edit").clickOn("#menu-edit-undo");

        assertThat(field.getText()).isEqualTo("lambda");
    }

    private MenuItem item(String key) {
        return menu.getItems().stream()
                .filter(one -> ("menu-edit-" + key).equals(one.getId()))
                .findFirst()
                .orElseThrow();
    }
}
