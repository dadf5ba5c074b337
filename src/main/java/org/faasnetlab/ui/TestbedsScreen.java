package org.faasnetlab.ui;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.setup.LocalSetupViewModel;
import org.faasnetlab.ui.setup.SetupScreen;
import org.faasnetlab.ui.welcome.WelcomeScreen;
import org.faasnetlab.ui.welcome.WelcomeViewModel;

/** The welcome screen and the setup, which share a place in the navigation bar. */
final class TestbedsScreen implements Screen {
    private final StackPane view = new StackPane();
    private final WelcomeScreen welcome;
    private final SetupScreen setup;
    private Screen front;

    TestbedsScreen(WelcomeViewModel welcomeModel, LocalSetupViewModel setupModel, WindowServices services) {
        welcome = new WelcomeScreen(welcomeModel, this::showSetup);
        setup = new SetupScreen(setupModel, services.desktop(), this::showWelcome, () -> {
            showWelcome();
            services.navigation().show(ScreenId.EXPERIMENT);
        });
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
            welcome.shown(); // a setup that is under way goes on where it was left
        }
    }

    private void showSetup() {
        bringToFront(setup);
    }

    private void showWelcome() {
        bringToFront(welcome);
    }

    private void bringToFront(Screen screen) {
        front = screen;
        view.getChildren().setAll(screen.view());
        screen.shown();
    }
}
