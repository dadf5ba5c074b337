package org.faasnetlab.ui;

import java.util.List;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.experiment.ExperimentScreen;
import org.faasnetlab.ui.experiment.ExperimentViewModel;
import org.faasnetlab.ui.log.LogScreen;
import org.faasnetlab.ui.log.LogViewModel;
import org.faasnetlab.ui.setup.LocalSetupViewModel;
import org.faasnetlab.ui.welcome.WelcomeViewModel;
import org.kordamp.ikonli.feather.Feather;

/** Wires the screens of the window. */
final class ShellScreens {
    private final WindowParts parts;
    private final WindowServices services;

    ShellScreens(WindowParts parts, WindowServices services) {
        this.parts = parts;
        this.services = services;
    }

    List<NavigationItem> items() {
        return List.of(
                new NavigationItem(ScreenId.TESTBEDS, "navigation.testbeds", Feather.LAYERS, this::testbeds),
                new NavigationItem(ScreenId.EXPERIMENT, "navigation.experiment", Feather.PLAY, this::experiment),
                new NavigationItem(
                        ScreenId.LIVE,
                        "navigation.live",
                        Feather.ACTIVITY,
                        () -> parts.live().apply(services)),
                new NavigationItem(
                        ScreenId.RESULTS,
                        "navigation.results",
                        Feather.BAR_CHART_2,
                        () -> parts.results().apply(services)),
                new NavigationItem(ScreenId.LOG, "navigation.log", Feather.LIST, this::log));
    }

    private Screen testbeds() {
        WelcomeViewModel welcome = new WelcomeViewModel(
                services.session(),
                services.run(),
                parts.recentRuns(),
                services.tasks(),
                services.navigation(),
                parts.openRun());
        LocalSetupViewModel setup =
                new LocalSetupViewModel(services.session(), services.run(), parts.iperf3Check(), services.tasks());
        return new TestbedsScreen(welcome, setup, services);
    }

    private Screen experiment() {
        ExperimentViewModel model = new ExperimentViewModel(
                parts.lab(),
                parts.presets(),
                services.session(),
                services.run(),
                services.tasks(),
                services.navigation(),
                parts.runListeners());
        return new ExperimentScreen(model, services.desktop());
    }

    private Screen log() {
        return new LogScreen(
                new LogViewModel(parts.log(), services.tasks(), parts.zone()), services.desktop(), parts.logFolder());
    }
}
