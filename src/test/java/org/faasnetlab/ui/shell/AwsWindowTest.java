package org.faasnetlab.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testing.ui.FakeAwsTestbeds;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.testing.ui.FakeWindowDependencies;
import org.faasnetlab.testing.ui.WindowExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Testbeds on AWS in the complete window, with a fake AWS. */
class AwsWindowTest {
    private FakeLabWithStore lab;
    private FakeAwsTestbeds aws;
    private final FxRobot robot = new FxRobot();

    @RegisterExtension
    private final WindowExtension window = new WindowExtension(this::parts);

    private WindowDependencies parts(Path folder, ExecutorService background) {
        lab = new FakeLabWithStore(folder.resolve("local"));
        aws = lab.aws().testbeds();
        return FakeWindowDependencies.of(
                lab, folder, FakeAwsTestbeds.HALF_AN_HOUR_LATER, background, background::shutdown);
    }

    @Test
    void wizardDefaultsLeadToRunOnNewTestbed() {
        openWizard();
        for (int step = 0; step < 5; step++) {
            robot.clickOn("#aws-next");
        }
        window.await(() -> window.texts("#preflight .label").contains("Use 10 or fewer, or request a higher quota."));
        robot.clickOn("#aws-next");
        window.await(() -> window.shown("#job-use"));
        assertThat(aws.created()).containsExactly(AwsTestbedSettings.defaults("lab", "eu-central-1a"));

        robot.clickOn("#job-use");
        window.await(() -> window.shown("#run"));
        window.await(() -> window.text("#status").startsWith("lab"));
        window.clickWhenUsable("#run");

        window.await(() -> window.shown("#live-screen"));
        assertThat(lab.started()).hasSize(1);
    }

    @Test
    void expiredSignInIsReportedAndBlocksCreation() {
        aws.failNext(new LabException(
                LabException.Kind.FAILED, "Your sign-in has expired.", "Run aws sso login and check again."));
        robot.clickOn("#create-aws-testbed");

        window.await(() -> window.texts(".problem-notice .label").contains("Run aws sso login and check again."));
        for (int step = 0; step < 5; step++) {
            robot.clickOn("#aws-next");
        }
        assertThat(window.usable("#aws-next")).isFalse();

        for (int step = 0; step < 5; step++) {
            robot.clickOn("#aws-back");
        }
        robot.clickOn("#aws-check");
        window.await(() -> window.shown("#aws-identity"));
        for (int step = 0; step < 5; step++) {
            robot.clickOn("#aws-next");
        }
        window.await(() -> window.usable("#aws-next"));
        assertThat(aws.created()).isEmpty();
    }

    @Test
    void mfaCodeIsAskedForInADialog() throws Exception {
        FutureTask<Optional<String>> entered =
                new FutureTask<>(() -> lab.aws().mfaPrompt().ask("admin", "arn:aws:iam::123456789012:mfa/ada"));
        new Thread(entered).start();

        window.await(() -> window.shown("#dialog-field"));
        assertThat(robot.lookup("#dialog-yes").query().isDisabled()).isTrue();
        robot.clickOn("#dialog-field").write("123456").type(KeyCode.ENTER);

        assertThat(entered.get(10, TimeUnit.SECONDS)).contains("123456");
        assertThat(window.shown("#dialog-field")).isFalse();
    }

    @Test
    void escapeAnswersTheRequestForAnMfaCode() throws Exception {
        FutureTask<Optional<String>> entered =
                new FutureTask<>(() -> lab.aws().mfaPrompt().ask("admin", "arn:aws:iam::123456789012:mfa/ada"));
        new Thread(entered).start();

        window.await(() -> window.shown("#dialog-field"));
        robot.clickOn("#dialog-field").type(KeyCode.ESCAPE);

        assertThat(entered.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void closingWindowDuringCreationAsksForConfirmation() {
        CountDownLatch gate = new CountDownLatch(1);
        aws.blockCreation(gate);
        openWizard();
        for (int step = 0; step < 6; step++) {
            robot.clickOn("#aws-next");
        }
        window.await(() -> window.shown("#job-cancel"));

        window.askToClose();

        window.await(() -> window.shown("#dialog-yes"));
        assertThat(window.isOpen()).isTrue();
        robot.clickOn("#dialog-close");
        gate.countDown();
        window.await(() -> window.shown("#job-use"));
    }

    @Test
    void testbedCreatedElsewhereIsDeletedAfterConfirmation() {
        aws.exists(
                AwsTestbedSettings.defaults("colleague", "eu-central-1a"),
                StackStatus.UPDATE_COMPLETE,
                true,
                FakeAwsTestbeds.CREATED);
        robot.clickOn("#list-aws");
        window.await(() -> window.shown("#tear-down-colleague"));

        window.askToClose();
        window.await(() -> window.shown("#dialog-yes"));
        assertThat(window.texts(".dialog .label"))
                .anyMatch(words -> words.contains("colleague in eu-central-1 (research-sso): about $0.")
                        && words.contains("so far")
                        && words.contains("per hour")
                        && words.contains("12:42"));
        robot.clickOn("#dialog-close");

        robot.clickOn("#tear-down-colleague");
        assertThat(aws.deleted()).isEmpty();
        robot.clickOn("#dialog-yes");

        window.await(() -> window.texts("#job-outcome").contains("All resources of faasnetlab-colleague are deleted."));
        assertThat(aws.deleted()).containsExactly("colleague");
    }

    private void openWizard() {
        robot.clickOn("#create-aws-testbed");
        window.await(() -> window.usable("#aws-next"));
    }
}
