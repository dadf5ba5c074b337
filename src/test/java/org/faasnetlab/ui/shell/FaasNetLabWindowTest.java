package org.faasnetlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.testing.ui.FakeWindowDependencies;
import org.faasnetlab.testing.ui.TestPlans;
import org.faasnetlab.testing.ui.WindowExtension;
import org.faasnetlab.ui.common.OpenRequests;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.preferences.UserPreferences;
import org.faasnetlab.ui.preferences.WindowSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** The whole window with a lab without processes. */
class FaasNetLabWindowTest {
    private FakeLabWithStore lab;
    private OpenRequests requests;
    private final FxRobot robot = new FxRobot();

    @RegisterExtension
    private final WindowExtension window = new WindowExtension(this::parts);

    private WindowDependencies parts(Path folder, ExecutorService background) {
        lab = new FakeLabWithStore(folder.resolve("local"));
        WindowDependencies parts =
                FakeWindowDependencies.of(lab, folder, Clock.systemUTC(), background, background::shutdown);
        requests = parts.requests();
        return parts;
    }

    @Test
    void theSetupWithItsDefaultsLeadsToARun() {
        robot.clickOn("#choose-settings");
        for (int step = 0; step < 5; step++) {
            robot.clickOn("#setup-next");
        }
        window.await(() -> window.shown("#setup-experiment"));
        assertThat(window.texts("#setup-facts .label")).contains("set by each experiment");
        assertThat(lab.asked())
                .containsExactly(LocalTestbedSettings.defaults(window.folder().resolve("local")));

        robot.clickOn("#setup-experiment");
        window.clickWhenUsable("#run");

        window.await(() -> window.shown("#live-screen"));
        assertThat(lab.started()).containsExactly(TestPlans.presets().get(0).plan());
    }

    @Test
    void firstRunIsPossibleByKeyboard() {
        robot.push(KeyCode.ALT, KeyCode.S);
        window.await(() -> window.shown("#setup-next"));
        for (int step = 0; step < 4; step++) {
            robot.push(KeyCode.ALT, KeyCode.N);
        }
        robot.push(KeyCode.ALT, KeyCode.T);
        window.await(() -> window.shown("#setup-experiment"));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        window.await(() -> window.shown("#run"));
        robot.push(KeyCode.ALT, KeyCode.R);

        window.await(() -> window.shown("#live-screen"));
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
    void problemIsShownBelowFieldAfterFocusLoss() {
        robot.clickOn("#choose-settings");
        robot.clickOn("#link-unlimited").doubleClickOn("#hosts").write("0");
        assertThat(problems()).isEmpty();
        assertThat(window.text("#setup-why-not-next")).contains("Simulated hosts");

        robot.push(KeyCode.TAB);

        assertThat(problems()).containsExactly("Enter a whole number from 1 to 1000.");
        assertThat(robot.lookup("#setup-next").query().isDisabled()).isTrue();
    }

    @Test
    void failedStartIsShownOnCardWithRemedy() {
        lab.failNext(
                new LabException(LabException.Kind.FAILED, "iperf3 was not found.", "Install iperf3 and try again."));

        robot.clickOn("#use-this-computer");

        window.await(() -> window.text("#status").contains("could not be started"));
        assertThat(window.texts(".problem-notice .label"))
                .contains("iperf3 was not found.", "Install iperf3 and try again.");
        assertThat(robot.lookup("#use-this-computer").query().isDisabled()).isFalse();
    }

    @Test
    void themeChangesImmediatelyAndPersists() {
        Paint light = surface();

        robot.clickOn("#toggle-theme");

        assertThat(surface()).isNotEqualTo(light);
        assertThat(WindowSettings.in(window.folder().resolve("window.json"))
                        .read()
                        .theme())
                .isEqualTo(Theme.DARK);
        assertThat(window.text("#toggle-theme")).isEqualTo("Light theme");
    }

    @Test
    void preferencesTakeEffectAndPersist() {
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        window.await(() -> window.shown("#preferences"));
        Paint light = surface();

        robot.clickOn("#preferences-theme-DARK").clickOn("#preferences-notifications");

        assertThat(surface()).isNotEqualTo(light);
        assertThat(WindowSettings.in(window.folder().resolve("window.json"))
                        .read()
                        .theme())
                .isEqualTo(Theme.DARK);
        assertThat(new UserPreferences(window.folder().resolve("preferences.json"))
                        .notifications()
                        .get())
                .isFalse();
        robot.clickOn("#preferences-theme-SYSTEM");
        assertThat(surface()).isEqualTo(light);
    }

    @Test
    void windowAsksForConfirmationBeforeClosingDuringRun() {
        robot.clickOn("#use-this-computer");
        robot.clickOn("#choose-experiment");
        window.clickWhenUsable("#run");
        window.await(() -> window.shown("#live-screen"));

        window.askToClose();

        window.await(() -> window.shown("#dialog-yes"));
        assertThat(window.isOpen()).isTrue();
        assertThat(lab.run().cancelled()).isFalse();
        robot.clickOn("#dialog-yes");
        window.await(() -> !window.isOpen());
        assertThat(lab.run().cancelled()).isTrue();
    }

    @Test
    void queuedExperimentStartsAfterTheRunAndIsShownLive() {
        robot.clickOn("#use-this-computer");
        robot.clickOn("#choose-experiment");
        window.clickWhenUsable("#run");
        window.await(() -> window.shown("#live-screen"));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT2);
        robot.interact(
                () -> robot.lookup("#setting-functions").<TextField>query().setText("7"));
        window.clickWhenUsable("#add-to-queue");
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
        assertThat(window.text("#queue-title")).startsWith("Queue: 1, ");

        lab.run().end();

        window.await(() -> lab.started().size() == 2);
        assertThat(lab.started().get(1).factors().functions()).containsExactly(7);
        window.await(() -> !window.shown("#queue-pane"));
    }

    @Test
    void helpIsShownOverTheScreenAndEscapeClosesIt() {
        robot.push(KeyCode.F1);
        window.await(() -> window.shown("#dialog-close"));
        assertThat(robot.lookup("#use-this-computer").query().isDisabled()).isTrue();

        robot.push(KeyCode.ESCAPE);

        window.await(() -> !window.shown("#dialog-close"));
        assertThat(robot.lookup("#use-this-computer").query().isDisabled()).isFalse();
    }

    @Test
    void filesFromALaterStartAreOpened() throws Exception {
        Path plan = Files.writeString(
                window.folder().resolve("plan.yaml"), "plan: 1\npreset: iperf3-single\nfactors:\n  functions: 7\n");

        requests.add(List.of(plan));

        window.await(() -> window.shown("#plan-message"));
        assertThat(window.text("#plan-message")).isEqualTo("Opened " + plan + ".");
    }

    @Test
    void testbedMenuLeadsToTheScreensOfTestbeds() {
        robot.clickOn("#menu-testbed").clickOn("#menu-localSettings");
        window.await(() -> window.shown("#setup-next"));
        robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT4);

        robot.clickOn("#menu-testbed").clickOn("#menu-useComputer");

        window.await(() -> window.shown("#testbed-ready"));
        assertThat(lab.asked()).hasSize(1);
    }

    @Test
    void runMenuOffersWhatIsPossible() {
        assertThat(possible(
                        "runExperiment", "addToQueue", "tryIt", "runAgain", "changeAndRun", "resumeRun", "cancelRun"))
                .containsExactly("tryIt");

        robot.push(KeyCode.SHORTCUT, KeyCode.T);

        window.await(() -> window.shown("#live-screen") && lab.started().size() == 1);
        window.await(() -> possible("cancelRun").size() == 1);
        assertThat(possible("runExperiment", "addToQueue", "tryIt", "resumeRun"))
                .containsExactly("addToQueue");
        lab.run().end();
        window.await(() -> possible("cancelRun").isEmpty());
        assertThat(possible("runExperiment", "tryIt", "resumeRun")).containsExactly("runExperiment", "tryIt");
    }

    @Test
    void keysRunQueueAndCancelFromEveryScreen() {
        robot.clickOn("#use-this-computer");
        window.await(() -> possible("runExperiment").size() == 1);

        robot.push(KeyCode.SHORTCUT, KeyCode.R);

        window.await(() -> window.shown("#live-screen") && lab.started().size() == 1);
        window.await(() -> possible("addToQueue").size() == 1);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(window.text("#queue-title")).startsWith("Queue: 1, ");
        robot.clickOn("#queue-clear");
        window.await(() -> !window.shown("#queue-pane"));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(window.text("#queue-title")).startsWith("Queue: 1, ");
        robot.push(KeyCode.SHORTCUT, KeyCode.PERIOD);
        window.await(() -> lab.run().cancelled());
    }

    private List<String> possible(String... items) {
        MenuBar bar = robot.lookup("#menu-bar").query();
        return Stream.of(items)
                .filter(name -> bar.getMenus().stream()
                        .flatMap(menu -> menu.getItems().stream())
                        .anyMatch(item -> ("menu-" + name).equals(item.getId()) && !item.isDisable()))
                .toList();
    }

    @Test
    void aboutListsTheLibrariesWithTheirLicences() {
        robot.clickOn("#menu-help").clickOn("#menu-about");

        window.await(() -> window.texts("#about-libraries .table-cell").contains("GPL 2 with the Classpath Exception"));
        assertThat(window.texts("#about .label")).contains("JavaFX");
    }

    @Test
    void unexpectedErrorIsShownWithCode() {
        Thread.getDefaultUncaughtExceptionHandler()
                .uncaughtException(Thread.currentThread(), new IllegalStateException("for this test"));

        window.await(() -> window.shown("#error-code"));
        assertThat(window.text("#error-code")).matches("Error code: [0-9A-F]{6}");
        assertThat(window.shown("#copy-details")).isTrue();
    }

    private Paint surface() {
        Region frame = robot.lookup(".main-window").query();
        return frame.getBackground().getFills().get(0).getFill();
    }

    private List<String> problems() {
        return window.texts(".problem");
    }
}
