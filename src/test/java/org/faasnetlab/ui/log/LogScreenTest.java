package org.faasnetlab.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.faasnetlab.testing.ui.FakeDesktop;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LogScreenTest {
    private static final Path FOLDER = Path.of("logs");
    private static final Instant AT = Instant.parse("2026-11-23T10:42:10.250Z");

    private final LogBuffer buffer = new LogBuffer(100);
    private final FakeDesktop desktop = new FakeDesktop(FOLDER, "none");
    private LogScreen screen;

    @Start
    void start(Stage stage) {
        screen = new LogScreen(
                new LogViewModel(buffer, new BackgroundTasks(Runnable::run, Runnable::run), ZoneOffset.UTC),
                desktop,
                FOLDER);
        stage.setScene(new Scene((Parent) screen.view(), 1000, 700));
        stage.show();
    }

    @Test
    void rowsShowTimeLevelSourceAndMessage(FxRobot robot) {
        add(LogLevel.WARNING, "RunExecution", "Trial 2 failed", "");
        robot.interact(screen::shown);

        assertThat(robot.lookup("#log-table .table-cell").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("10:42:10.250", "Warning", "RunExecution", "Trial 2 failed");
    }

    @Test
    void warningsAndErrorsHaveTheirOwnLook(FxRobot robot) {
        add(LogLevel.INFO, "A", "fine", "");
        add(LogLevel.WARNING, "A", "doubtful", "");
        add(LogLevel.ERROR, "A", "broken", "");
        robot.interact(screen::shown);

        assertThat(marked(robot, "warning")).containsExactly("doubtful");
        assertThat(marked(robot, "error")).containsExactly("broken");
    }

    @Test
    void levelAndSearchNarrowTheTable(FxRobot robot) {
        add(LogLevel.DEBUG, "A", "iperf3 detail", "");
        add(LogLevel.INFO, "A", "iperf3 started", "");
        add(LogLevel.ERROR, "A", "bucket missing", "");
        robot.interact(screen::shown);
        assertThat(table(robot).getItems()).hasSize(2);

        robot.interact(
                () -> robot.lookup("#log-search").queryAs(TextField.class).setText("IPERF3"));
        assertThat(table(robot).getItems()).extracting(LogEntry::message).containsExactly("iperf3 started");

        robot.interact(() -> robot.lookup("#log-level").queryAs(ChoiceBox.class).setValue(LogLevel.DEBUG));
        assertThat(table(robot).getItems()).hasSize(2);
    }

    @Test
    void theSelectedEventIsShownInFull(FxRobot robot) {
        add(LogLevel.ERROR, "Launcher", "Unexpected error", "java.lang.IllegalStateException: why");
        robot.interact(screen::shown);
        TextArea details = robot.from(screen.view()).lookup(".monospace").queryAs(TextArea.class);
        assertThat(details.isVisible()).isFalse();

        robot.interact(() -> table(robot).getSelectionModel().select(0));

        assertThat(details.isVisible()).isTrue();
        assertThat(details.getText().lines())
                .containsExactly(
                        "10:42:10.250 ERROR Launcher Unexpected error", "java.lang.IllegalStateException: why");
    }

    @Test
    void copyTakesTheSelectionOrElseAllThatIsShown(FxRobot robot) {
        assertThat(copyButton(robot).isDisabled()).isTrue();
        add(LogLevel.INFO, "A", "first", "");
        add(LogLevel.INFO, "B", "second", "");
        robot.interact(screen::shown);

        robot.clickOn("#log-copy");
        robot.interact(() -> table(robot).getSelectionModel().select(1));
        robot.clickOn("#log-copy");

        assertThat(desktop.copied().get(0).lines())
                .containsExactly("10:42:10.250 INFO A first", "10:42:10.250 INFO B second");
        assertThat(desktop.copied().get(1)).isEqualTo("10:42:10.250 INFO B second");
    }

    @Test
    void theFolderOfTheFilesIsOpened(FxRobot robot) {
        robot.clickOn("#log-folder");

        assertThat(desktop.opened()).isEqualTo(List.of(FOLDER));
    }

    @Test
    void whatIsLoggedWhileTheScreenIsHiddenAppearsWhenItIsShown(FxRobot robot) {
        robot.interact(screen::shown);
        robot.interact(screen::hidden);
        add(LogLevel.INFO, "A", "meanwhile", "");
        assertThat(table(robot).getItems()).isEmpty();

        robot.interact(screen::shown);

        assertThat(table(robot).getItems()).extracting(LogEntry::message).containsExactly("meanwhile");
    }

    private void add(LogLevel level, String source, String message, String details) {
        buffer.add(new LogEntry(AT, level, source, message, details));
    }

    /** The messages of the rows that have this pseudo-class. */
    private static List<String> marked(FxRobot robot, String state) {
        return robot.lookup("#log-table .log-row").queryAll().stream()
                .filter(row -> row.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)))
                .map(row -> ((TableRow<?>) row).getItem())
                .map(entry -> ((LogEntry) entry).message())
                .toList();
    }

    private static TableView<LogEntry> table(FxRobot robot) {
        return robot.lookup("#log-table").queryTableView();
    }

    private static Node copyButton(FxRobot robot) {
        return robot.lookup("#log-copy").query();
    }
}
