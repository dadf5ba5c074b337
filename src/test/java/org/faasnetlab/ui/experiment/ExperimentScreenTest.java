package org.faasnetlab.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testing.ui.FakeDesktop;
import org.faasnetlab.testing.ui.FakeDialogs;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.common.ThemeManager;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.workload.NetworkSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ExperimentScreenTest {
    private final FakeDialogs dialogs = new FakeDialogs();
    private Path file;
    private FakeLabWithStore lab;

    @Start
    void start(Stage stage) throws IOException {
        file = Files.createTempDirectory("plan").resolve("iperf3-single.yaml");
        lab = new FakeLabWithStore(file.resolveSibling("none"));
        BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
        TestbedSession session = new TestbedSession(lab, tasks);
        session.startLocal(LocalTestbedSettings.defaults(file), NetworkSettings.REAL);
        CurrentRun run = new CurrentRun(tasks);
        ExperimentViewModel model = new ExperimentViewModel(
                lab,
                PRESETS.groups(),
                session,
                run,
                tasks,
                new Navigation(),
                new ExperimentQueue(lab, session, run, tasks, () -> new RunProgress(Clock.systemUTC())),
                () -> new RunProgress(Clock.systemUTC()));
        ExperimentScreen screen = new ExperimentScreen(
                model, new FakeDesktop(file.getParent(), file.getFileName().toString()), dialogs);
        stage.setScene(new Scene((Parent) screen.view(), 1024, 768));
        new ThemeManager(Theme.LIGHT).applyTo(stage.getScene());
        stage.show();
    }

    @AfterEach
    void removeFile() throws IOException {
        Files.deleteIfExists(file);
        Files.delete(file.getParent());
    }

    @Test
    void aSweepIsTypedSavedAndOpenedAgain(FxRobot robot) {
        write(robot, "#setting-memory", "128, 512, 1769");
        write(robot, "#setting-functions", "1,2");
        assertThat(text(robot, "#estimate-trials")).isEqualTo("6");
        robot.clickOn("#save-plan");
        robot.clickOn("#restore-settings");
        assertThat(text(robot, "#estimate-trials")).isEqualTo("1");

        robot.clickOn("#open-plan");

        assertThat(text(robot, "#estimate-trials")).isEqualTo("6");
        assertThat(text(robot, "#plan-message")).isEqualTo("Opened " + file + ".");
        robot.clickOn("#run");
        assertThat(lab.started()).singleElement().satisfies(plan -> {
            assertThat(plan.factors().memoryMb()).containsExactly(128, 512, 1769);
            assertThat(plan.factors().functions()).containsExactly(1, 2);
        });
    }

    @Test
    void planErrorIsShownWithLineAndColumn(FxRobot robot) throws Exception {
        Files.writeString(file, "plan: 1\npreset: memory-sweep\nseconds: x\n");

        robot.clickOn("#open-plan");

        assertThat(robot.lookup(".warning-notice .sentence").<Label>query().getText())
                .startsWith(file + ":3:1: ");
    }

    @Test
    void largePlanAsksForConfirmation(FxRobot robot) {
        write(robot, "#setting-repeats", "1000");
        write(robot, "#setting-functions", "1,2");

        robot.clickOn("#run");

        assertThat(dialogs.questions()).singleElement().asString().contains("2000 trials");
        assertThat(lab.started()).isEmpty();
    }

    @Test
    void queuedExperimentsAreOrderedRemovedAndStarted(FxRobot robot) {
        for (int functions = 1; functions <= 3; functions++) {
            write(robot, "#setting-functions", functions + "");
            robot.clickOn("#add-to-queue");
        }
        assertThat(text(robot, "#queue-title")).startsWith("Queue: 3, about ");
        assertThat(text(robot, "#queue-next")).startsWith("Start the first one");
        ListView<QueuedExperiment> list = robot.lookup("#queue").query();
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(2);
        });

        robot.press(KeyCode.ALT).push(KeyCode.UP).release(KeyCode.ALT);
        assertThat(functions(list)).containsExactly(1, 3, 2);
        robot.push(KeyCode.DELETE);
        assertThat(functions(list)).containsExactly(1, 2);

        robot.clickOn("#queue-start");

        assertThat(lab.started()).hasSize(1);
        assertThat(functions(list)).containsExactly(2);
        assertThat(robot.lookup("#queue-start").query().isDisabled()).isTrue();
        robot.clickOn("#queue-clear");
        assertThat(list.getItems()).isEmpty();
        robot.interact(dialogs::clickLastToast);
        assertThat(functions(list)).containsExactly(2);
    }

    private static List<Integer> functions(ListView<QueuedExperiment> list) {
        return list.getItems().stream()
                .map(one -> one.plan().factors().functions().get(0))
                .toList();
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).<TextField>query().setText(text));
    }

    private static String text(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(query).<Label>query().getText();
    }
}
