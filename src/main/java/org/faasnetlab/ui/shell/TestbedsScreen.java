package org.faasnetlab.ui.shell;

import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.faasnetlab.ui.aws.AwsTestbedsScreen;
import org.faasnetlab.ui.aws.JobScreen;
import org.faasnetlab.ui.aws.setup.AwsSetupScreen;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.setup.LocalSetupScreen;
import org.faasnetlab.ui.setup.LocalSetupViewModel;
import org.faasnetlab.ui.welcome.WelcomeScreen;
import org.faasnetlab.ui.welcome.WelcomeViewModel;

/** The welcome screen, the wizards and the list of testbeds, which share one entry in the navigation bar. */
final class TestbedsScreen implements Screen {
    private final StackPane view = new StackPane();
    private final WindowServices services;
    private final AwsViewModels aws;
    private final Screen welcome;
    private final Screen setup;
    private final Screen awsSetup;
    private final Screen awsList;
    private final Screen awsJob;
    private Screen front;

    TestbedsScreen(
            WelcomeViewModel welcomeModel,
            LocalSetupViewModel setupModel,
            AwsViewModels aws,
            WindowServices services,
            Clock clock) {
        this.services = services;
        this.aws = aws;
        welcome = new WelcomeScreen(
                welcomeModel, aws.account(), this::showSetup, this::showAwsSetup, this::showAwsTestbeds);
        setup = new LocalSetupScreen(setupModel, services.desktop(), this::showWelcome, this::chooseExperiment);
        awsSetup = new AwsSetupScreen(
                aws.setup(),
                aws.job(),
                services.run().active(),
                services.desktop(),
                services.dialogs(),
                this::showWelcome,
                this::useCreatedTestbed);
        awsJob = new JobScreen(
                aws.job(), services.run().active(), services.dialogs(), this::useCreatedTestbed, this::showAwsTestbeds);
        awsList = new AwsTestbedsScreen(aws.testbeds(), services.dialogs(), clock, this::showAwsJob, this::showWelcome);
        front = welcome;
        view.getChildren().setAll(welcome.view());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        if (front == welcome) {
            welcome.shown(); // an unfinished wizard reopens at its current step
        }
    }

    private void showSetup() {
        bringToFront(setup);
    }

    /** Shows a creation in progress; no second one can be started meanwhile. */
    private void showAwsSetup() {
        bringToFront(aws.job().phase().get().isRunning() ? awsJob : awsSetup);
    }

    private void showAwsTestbeds() {
        bringToFront(awsList);
    }

    private void showAwsJob() {
        bringToFront(awsJob);
    }

    private void showWelcome() {
        bringToFront(welcome);
    }

    private void useCreatedTestbed() {
        aws.testbeds().useCreated();
        chooseExperiment();
    }

    private void chooseExperiment() {
        showWelcome();
        services.navigation().show(ScreenId.EXPERIMENT);
    }

    private void bringToFront(Screen screen) {
        front = screen;
        view.getChildren().setAll(screen.view());
        screen.shown();
    }
}
