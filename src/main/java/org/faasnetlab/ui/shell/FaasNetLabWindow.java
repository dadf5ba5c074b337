package org.faasnetlab.ui.shell;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.faasnetlab.ui.aws.MfaCodeDialog;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.common.ThemeManager;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.preferences.JsonFile;
import org.faasnetlab.ui.preferences.PreferencesPane;
import org.faasnetlab.ui.preferences.UserPreferences;
import org.faasnetlab.ui.preferences.WindowSettings;

/** The program's main window. */
public final class FaasNetLabWindow extends Application {
    /** The screens that are prepared in the background. */
    private static final List<ScreenId> PREPARED = List.of(ScreenId.EXPERIMENT, ScreenId.RESULTS, ScreenId.LIVE);

    /** Room for the frame and the title that a window manager adds: some shrink a window that does not fit. */
    private static final double DECORATION = 48;

    private final Texts texts;
    private final UserPreferences preferences;
    private final WindowDependencies parts;
    private final List<ScreenId> prepared;
    private final JsonFile<WindowSettings> settingsFile;
    private WindowSettings settings;

    /** A window that creates each screen when it is first shown. */
    public FaasNetLabWindow(WindowDependencies parts) {
        this(parts, List.of());
    }

    private FaasNetLabWindow(WindowDependencies parts, List<ScreenId> prepared) {
        this.parts = parts;
        this.prepared = prepared;
        settingsFile = WindowSettings.in(parts.settingsFile());
        settings = settingsFile.read();
        preferences = new UserPreferences(parts.settingsFile().resolveSibling("preferences.json"));
        // Nothing below the window depends on it: commands, files and reports state their locale.
        Locale.setDefault(Locale.Category.DISPLAY, preferences.language().get().locale(parts.systemLanguage()));
        texts = Texts.of(FaasNetLabWindow.class);
    }

    /** Opens the window, when JavaFX has been started; returns immediately. Called once per process. */
    public static void open(WindowDependencies parts) {
        Platform.runLater(() -> new FaasNetLabWindow(parts, PREPARED).start(new Stage()));
    }

    @Override
    public void start(Stage stage) {
        Desktop desktop = parts.desktop().apply(new FxDesktop(stage, getHostServices()));
        DialogOverlay dialogs = new DialogOverlay(texts, desktop);
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtErrorHandler(dialogs, Platform::runLater));
        BackgroundTasks tasks = new BackgroundTasks(parts.background(), Platform::runLater);
        WindowServices services = new WindowServices(
                tasks,
                new Navigation(),
                new ThemeManager(settings.theme()),
                desktop,
                dialogs,
                new TestbedSession(parts.lab(), tasks),
                new CurrentRun(tasks));
        parts.lab().aws().askForMfaCodes(new MfaCodeDialog(dialogs, tasks::onWindow));
        show(stage, services, dialogs);
        showRecovery(tasks, dialogs);
        followSystem(stage, services);
        services.theme().theme().subscribe((before, now) -> {
            settings = settings.withTheme(now);
            settingsFile.write(settings);
        });
    }

    /** Asks for the system's theme, also when the user returns to the window. */
    private void followSystem(Stage stage, WindowServices services) {
        Runnable ask = () -> services.tasks()
                .of(() -> parts.systemDark().getAsBoolean(), services.theme()::setSystemDark, unknown -> {})
                .start();
        ask.run();
        stage.focusedProperty().addListener((property, before, now) -> {
            if (now && services.theme().theme().get() == Theme.SYSTEM) {
                ask.run();
            }
        });
    }

    private void openGuide(WindowServices services) {
        services.tasks()
                .of(() -> parts.guide().write(), services.desktop()::open, services.dialogs()::problem)
                .start();
    }

    /** Reports what a crash has cost; the screens report why the store cannot be opened. */
    private void showRecovery(BackgroundTasks tasks, DialogOverlay dialogs) {
        tasks.of(() -> parts.lab().store().recovery(), lost -> lost.ifPresent(dialogs::problem), unavailable -> {})
                .start();
    }

    private void show(Stage stage, WindowServices services, DialogOverlay overlay) {
        AwsViewModels aws = AwsViewModels.of(
                parts.lab(),
                services.session(),
                services.run(),
                services.tasks(),
                parts.clock(),
                new ActiveTestbedsFile(parts.settingsFile().resolveSibling("aws-testbeds.json")));
        ShellScreens screens = new ShellScreens(parts, services, aws, preferences, stage.focusedProperty());
        List<NavigationItem> items = screens.items();
        Runnable help = () -> services.dialogs().show(texts.get("help.title"), new HelpContent(texts, items));
        NavigationBar bar = new NavigationBar(texts, items, services.navigation(), services.theme(), icon(64), help);
        StatusLine status = new StatusLine(texts, services.session(), services.run());
        MainWindow window = new MainWindow(items, services.navigation(), bar, status, overlay);
        FileDrop.accept(window.root(), screens::openFiles);
        Runnable openPreferences = () -> services.dialogs()
                .show(
                        texts.get("preferences.title"),
                        new PreferencesPane(preferences, services.theme(), parts.dataFolder(), services.desktop()));
        window.setMenu(new WindowMenu(texts, services, screens, overlay.undoHistory(), parts.libraries())
                .create(stage, items, openPreferences, () -> openGuide(services), help));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = settings.widthOn(screen.getWidth(), DECORATION);
        double height = settings.heightOn(screen.getHeight(), DECORATION);
        Scene scene = new Scene(window.root(), width, height);
        services.theme().applyTo(scene);
        FocusGuard.install(scene);
        Shortcuts.install(scene, services.navigation(), services.theme()::toggle, help);
        stage.getIcons()
                .addAll(Stream.of(16, 32, 64, 128, 256)
                        .map(FaasNetLabWindow::icon)
                        .toList());
        stage.setTitle(texts.get("program"));
        stage.setScene(scene);
        restorePlace(stage, width, height);
        stage.setMaximized(settings.maximized());
        stage.setOnCloseRequest(request -> confirmClose(request, stage, services, aws, screens.queued()));
        stage.setOnHidden(hidden -> {
            screens.close();
            parts.closed().run();
        });
        // With styles and layout applied before, the window opens with its content instead of an empty area.
        window.root().applyCss();
        window.root().layout();
        stage.show();
        stage.setMinWidth(Math.min(WindowSettings.MIN_WIDTH, width));
        stage.setMinHeight(Math.min(WindowSettings.MIN_HEIGHT, height));
        new FirstFrame(() -> {
                    restoreSize(stage, width, height);
                    window.opened();
                    new ScreenPreparation(window, scene, prepared).start();
                    parts.requests()
                            .handleWith(files -> Platform.runLater(() -> {
                                bringToFront(stage);
                                screens.openFiles(files);
                            }));
                })
                .start();
    }

    private static void bringToFront(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Unless the screen that it was on is gone. */
    private void restorePlace(Stage stage, double width, double height) {
        double x = settings.x();
        double y = settings.y();
        if (Double.isFinite(x)
                && Double.isFinite(y)
                && !Screen.getScreensForRectangle(x, y, width, height).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
    }

    /** Some window managers open a window that has a minimum size in that size. */
    private static void restoreSize(Stage stage, double width, double height) {
        if (!stage.isMaximized() && stage.getScene().getWidth() < width) {
            stage.setWidth(width);
            stage.setHeight(height);
        }
    }

    private void confirmClose(
            WindowEvent request, Stage stage, WindowServices services, AwsViewModels aws, int queued) {
        Optional<CloseConfirmation> confirmation =
                CloseConfirmation.of(services.run(), queued, aws, parts.clock(), texts);
        if (confirmation.isEmpty()) {
            close(stage, services);
            return;
        }
        CloseConfirmation question = confirmation.get();
        request.consume();
        services.dialogs().confirm(question.title(), question.text(), question.action(), () -> {
            services.run().cancel();
            close(stage, services);
            stage.close();
        });
    }

    private void close(Stage stage, WindowServices services) {
        services.session().cancelStart();
        boolean maximized = stage.isMaximized();
        settingsFile.write(new WindowSettings(
                services.theme().theme().get(),
                maximized ? settings.width() : stage.getScene().getWidth(),
                maximized ? settings.height() : stage.getScene().getHeight(),
                maximized,
                maximized ? settings.x() : stage.getX(),
                maximized ? settings.y() : stage.getY()));
    }

    private static Image icon(int size) {
        String name = "icon-" + size + ".png";
        InputStream picture = Objects.requireNonNull(FaasNetLabWindow.class.getResourceAsStream(name), name);
        return new Image(picture);
    }
}
