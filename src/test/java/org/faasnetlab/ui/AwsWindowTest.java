package org.faasnetlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.ui.common.FakeAwsTestbeds;
import org.faasnetlab.ui.common.FakeLab;
import org.faasnetlab.ui.common.TestFailure;
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
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Testbeds on AWS in the whole window, with an AWS that is only pretended. */
@ExtendWith(ApplicationExtension.class)
class AwsWindowTest {
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final Thread.UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    private Path folder;
    private FakeLab lab;
    private FakeAwsTestbeds aws;
    private FxRobot robot;
    private Stage stage;

    @Start
    void open(Stage given) throws IOException {
        stage = given;
        folder = Files.createTempDirectory("faasnetlab-aws-window");
        lab = new FakeLab(folder.resolve("local"));
        aws = lab.aws().testbeds();
        new FaasNetLabWindow(new WindowParts(
                        lab,
                        TestPlans.groups(),
                        program -> "3.12",
                        new LogBuffer(10),
                        folder.resolve("log"),
                        folder.resolve("window.json"),
                        FxResultFiles::new,
                        Clock.fixed(FakeAwsTestbeds.MADE.plus(Duration.ofMinutes(30)), ZoneOffset.UTC),
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
    void theWizardWithItsDefaultsLeadsToARunOnTheNewTestbed() {
        openWizard();
        for (int step = 0; step < 5; step++) {
            robot.clickOn("#aws-next");
        }
        await(() -> labels("#preflight .label").contains("Ask AWS for a higher quota, or measure with 10 functions."));
        robot.clickOn("#aws-next");
        await(() -> shown("#job-use"));
        assertThat(aws.begun()).containsExactly(AwsTestbedSettings.defaults("lab", "eu-central-1a"));

        robot.clickOn("#job-use");
        await(() -> shown("#run"));
        await(() -> text("#status").startsWith("lab"));
        robot.clickOn("#run");

        await(() -> shown("#live-screen"));
        assertThat(lab.started()).hasSize(1);
    }

    @Test
    void anExpiredSignInIsSaidWithWhatToDoAndHoldsTheFirstStep() {
        aws.failNext(new TestFailure("Your sign-in has expired.", "Run aws sso login and check again."));
        robot.clickOn("#set-up-aws");

        await(() -> labels(".problem-notice .label").contains("Run aws sso login and check again."));
        assertThat(robot.lookup("#aws-next").query().isDisabled()).isTrue();

        robot.clickOn("#aws-check");
        await(() -> !robot.lookup("#aws-next").query().isDisabled());
    }

    @Test
    void closingTheWindowWhileATestbedIsBeingMadeAsks() {
        CountDownLatch gate = new CountDownLatch(1);
        aws.holdSetUp(gate);
        openWizard();
        for (int step = 0; step < 6; step++) {
            robot.clickOn("#aws-next");
        }
        await(() -> shown("#job-cancel"));

        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));

        await(() -> shown("#dialog-yes"));
        assertThat(stage.isShowing()).isTrue();
        robot.clickOn("#dialog-close");
        gate.countDown();
        await(() -> shown("#job-use"));
    }

    @Test
    void aTestbedMadeElsewhereIsListedAndTornDownAfterAQuestion() {
        aws.stands(
                AwsTestbedSettings.defaults("colleague", "eu-central-1a"),
                StackStatus.UPDATE_COMPLETE,
                true,
                FakeAwsTestbeds.MADE);
        robot.clickOn("#list-aws");
        await(() -> shown("#tear-down-colleague"));

        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        await(() -> shown("#dialog-yes"));
        assertThat(labels(".dialog .label")).anyMatch(words -> words.contains("per hour") && words.contains("12:42"));
        robot.clickOn("#dialog-close");

        robot.clickOn("#tear-down-colleague");
        assertThat(aws.tornDown()).isEmpty();
        robot.clickOn("#dialog-yes");

        await(() -> labels("#job-outcome").contains("Nothing of faasnetlab-colleague is left."));
        assertThat(aws.tornDown()).containsExactly("colleague");
    }

    private void openWizard() {
        robot.clickOn("#set-up-aws");
        await(() -> shown("#aws-next") && !robot.lookup("#aws-next").query().isDisabled());
    }

    private boolean shown(String query) {
        return robot.lookup(query).tryQuery().map(Node::isVisible).orElse(false);
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private List<String> labels(String query) {
        return robot.lookup(query).<Label>queryAll().stream()
                .filter(Node::isVisible)
                .map(Label::getText)
                .toList();
    }

    private static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        } catch (TimeoutException never) {
            throw new AssertionError("this did not happen within 20 s", never);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
