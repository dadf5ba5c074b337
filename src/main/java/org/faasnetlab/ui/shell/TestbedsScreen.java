package org.faasnetlab.ui.shell;

import java.time.Clock;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.faasnetlab.ui.aws.AwsTestbedsScreen;
import org.faasnetlab.ui.aws.JobScreen;
import org.faasnetlab.ui.aws.setup.AwsSetupScreen;
import org.faasnetlab.ui.common.Lazy;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.setup.LocalSetupScreen;
import org.faasnetlab.ui.setup.LocalSetupViewModel;
import org.faasnetlab.ui.welcome.WelcomeScreen;
import org.faasnetlab.ui.welcome.WelcomeViewModel;

/**
 * The welcome screen, the wizards and the list of testbeds, which share one entry in the navigation bar. All but the
 * first are created when they are first shown, because the window opens with this screen.
 */
final class TestbedsScreen implements Screen {
    private final StackPane view = new StackPane();
    private final WindowServices services;
    private final AwsViewModels aws;
    private final WelcomeViewModel welcomeModel;
    private final Screen welcome;
    private final Supplier<Screen> setup;
    private final Supplier<Screen> awsSetup;
    private final Supplier<Screen> awsList;
    private final Supplier<Screen> awsJob;
    private Screen front;

    TestbedsScreen(
            WelcomeViewModel welcomeModel,
            Supplier<LocalSetupViewModel> setupModel,
            AwsViewModels aws,
            WindowServices services,
            Clock clock) {
        this.services = services;
        this.aws = aws;
        this.welcomeModel = welcomeModel;
        welcome = new WelcomeScreen(
                welcomeModel,
                aws.account(),
                services.desktop(),
                this::showSetup,
                this::showAwsSetup,
                this::showAwsTestbeds);
        setup = new Lazy<>(() ->
                new LocalSetupScreen(setupModel.get(), services.desktop(), this::showWelcome, this::chooseExperiment));
        awsSetup = new Lazy<>(() -> new AwsSetupScreen(
                aws.setup().get(),
                aws.job(),
                services.run().active(),
                services.desktop(),
                services.dialogs(),
                this::showWelcome,
                this::useCreatedTestbed));
        awsJob = new Lazy<>(() -> new JobScreen(
                aws.job(),
                services.run().active(),
                services.desktop(),
                services.dialogs(),
                this::useCreatedTestbed,
                this::showAwsTestbeds));
        awsList = new Lazy<>(() -> new AwsTestbedsScreen(
                aws.testbeds().get(),
                aws.smoke().get(),
                services.dialogs(),
                services.desktop(),
                clock,
                this::showAwsJob,
                this::showWelcome));
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

    /** Starts a testbed on this computer with default settings. */
    void useThisComputer() {
        showWelcome();
        welcomeModel.useThisComputer();
    }

    /** Measures for ten seconds, on a testbed on this computer that is started if none is ready. */
    void tryIt() {
        showWelcome();
        welcomeModel.tryIt();
    }

    /** Shows the settings of a testbed on this computer. */
    void showSetup() {
        bringToFront(setup.get());
    }

    /** Shows a creation in progress; no second one can be started meanwhile. */
    void showAwsSetup() {
        bringToFront((aws.job().phase().get().isRunning() ? awsJob : awsSetup).get());
    }

    /** Shows the testbeds of the chosen profile and Region. */
    void showAwsTestbeds() {
        bringToFront(awsList.get());
    }

    private void showAwsJob() {
        bringToFront(awsJob.get());
    }

    private void showWelcome() {
        bringToFront(welcome);
    }

    private void useCreatedTestbed() {
        aws.testbeds().get().useCreated();
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
