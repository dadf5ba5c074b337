package org.faasnetlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.ui.common.FakeLab;
import org.faasnetlab.ui.common.TestFailure;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.experiment.TestPlans;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.results.FxResultFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on a lab without processes. */
@ExtendWith(ApplicationExtension.class)
class FaasNetLabWindowTest {
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final Thread.UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    private Path folder;
    private FakeLab lab;
    private FxRobot robot;
    private Stage stage;

    @Start
    void open(Stage given) throws IOException {
        stage = given;
        folder = Files.createTempDirectory("faasnetlab-window");
        lab = new FakeLab(folder.resolve("local"));
        new FaasNetLabWindow(new WindowParts(
                        lab,
                        TestPlans.groups(),
                        program -> "3.12",
                        new LogBuffer(10),
                        folder.resolve("log"),
                        settingsFile(),
                        FxResultFiles::new,
                        Clock.systemUTC(),
                        background,
                        background::shutdown))
                .start(stage);
    }

    @BeforeEach
    void take(FxRobot given) {
        robot = given;
    }

    @Stop
    void close() {
        stage.hide();
        background.shutdownNow();
        lab.close();
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    }

    @AfterEach
    void tidyUp() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void theSetupWithItsDefaultsLeadsToARun() {
        robot.clickOn("#choose-settings");
        for (int step = 0; step < 5; step++) {
            robot.clickOn("#setup-next");
        }
        await(() -> shown("#setup-experiment"));
        assertThat(lab.asked()).containsExactly(LocalTestbedSettings.defaults(folder.resolve("local")));

        robot.clickOn("#setup-experiment");
        robot.clickOn("#run");

        await(() -> shown("#live-screen"));
        assertThat(lab.started()).containsExactly(TestPlans.presets().get(0).plan());
    }

    @Test
    void everythingToTheFirstRunCanBeDoneWithKeys() {
        robot.push(KeyCode.ALT, KeyCode.S);
        await(() -> shown("#setup-next"));
        for (int step = 0; step < 4; step++) {
            robot.push(KeyCode.ALT, KeyCode.N);
        }
        robot.push(KeyCode.ALT, KeyCode.T);
        await(() -> shown("#setup-experiment"));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        await(() -> shown("#run"));
        robot.push(KeyCode.ALT, KeyCode.R);

        await(() -> shown("#live-screen"));
        assertThat(lab.started()).hasSize(1);
    }

    @Test
    void fieldsAreReachedByTabInTheirOrder() {
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        robot.clickOn("#setting-functions");

        robot.push(KeyCode.TAB);

        assertThat(robot.lookup("#setting-memory").<TextField>query().isFocused())
                .isTrue();
    }

    @Test
    void aProblemStandsUnderItsFieldOnlyAfterTheFieldWasLeft() {
        robot.clickOn("#choose-settings");
        robot.doubleClickOn("#hosts").write("0");
        assertThat(problems()).isEmpty();
        assertThat(text("#why-not-next")).contains("Simulated hosts");

        robot.push(KeyCode.TAB);

        assertThat(problems()).containsExactly("This must be a whole number from 1 to 1000.");
        assertThat(robot.lookup("#setup-next").query().isDisabled()).isTrue();
    }

    @Test
    void aStartThatFailsIsSaidOnTheCardWithWhatToDo() {
        lab.failNext(new TestFailure("iperf3 was not found.", "Install iperf3 and try again."));

        robot.clickOn("#use-this-computer");

        await(() -> text("#status").contains("could not be started"));
        assertThat(labels(".problem-notice .label")).contains("iperf3 was not found.", "Install iperf3 and try again.");
        assertThat(robot.lookup("#use-this-computer").query().isDisabled()).isFalse();
    }

    @Test
    void theThemeIsChangedAtOnceAndRemembered() {
        Paint light = surface();

        robot.clickOn("#toggle-theme");

        assertThat(surface()).isNotEqualTo(light);
        assertThat(new SettingsFile(settingsFile()).read().theme()).isEqualTo(Theme.DARK);
        assertThat(text("#toggle-theme")).isEqualTo("Light theme");
    }

    @Test
    void theWindowDoesNotCloseUnderARunWithoutAsking() {
        robot.clickOn("#use-this-computer");
        robot.clickOn("#choose-experiment");
        robot.clickOn("#run");
        await(() -> shown("#live-screen"));

        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));

        await(() -> shown("#dialog-yes"));
        assertThat(stage.isShowing()).isTrue();
        assertThat(lab.run().cancelled()).isFalse();
        robot.clickOn("#dialog-yes");
        await(() -> !stage.isShowing());
        assertThat(lab.run().cancelled()).isTrue();
    }

    @Test
    void helpIsShownOverTheScreenAndEscapeClosesIt() {
        robot.push(KeyCode.F1);
        await(() -> shown("#dialog-close"));
        assertThat(robot.lookup("#use-this-computer").query().isDisabled()).isTrue();

        robot.push(KeyCode.ESCAPE);

        await(() -> !shown("#dialog-close"));
        assertThat(robot.lookup("#use-this-computer").query().isDisabled()).isFalse();
    }

    @Test
    void anErrorThatWasNotForeseenIsShownWithItsCode() {
        Thread.getDefaultUncaughtExceptionHandler()
                .uncaughtException(Thread.currentThread(), new IllegalStateException("for this test"));

        await(() -> shown("#error-code"));
        assertThat(text("#error-code")).matches("Error code: [0-9A-F]{6}");
        assertThat(shown("#copy-details")).isTrue();
    }

    private Path settingsFile() {
        return folder.resolve("window.json");
    }

    private Paint surface() {
        Region frame = robot.lookup(".main-window").query();
        return frame.getBackground().getFills().get(0).getFill();
    }

    private boolean shown(String query) {
        return robot.lookup(query).tryQuery().map(Node::isVisible).orElse(false);
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private List<String> problems() {
        return labels(".problem");
    }

    private List<String> labels(String query) {
        return robot.lookup(query).<Label>queryAll().stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }

    private static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        } catch (TimeoutException never) {
            throw new AssertionError("this did not happen within 20 s", never);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
