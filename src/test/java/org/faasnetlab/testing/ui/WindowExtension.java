package org.faasnetlab.testing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.ui.common.BackgroundThreads;
import org.faasnetlab.ui.shell.FaasNetLabWindow;
import org.faasnetlab.ui.shell.WindowDependencies;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationAdapter;
import org.testfx.framework.junit5.ApplicationFixture;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window, open during a test, with its own folder, and queries of its content. */
public final class WindowExtension implements BeforeEachCallback, AfterEachCallback {
    private static final int SECONDS = 120;

    private final ExecutorService background = BackgroundThreads.open();
    private final Thread.UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
    private final FxRobot robot = new FxRobot();
    private final Application application = new ApplicationAdapter(new Life());
    private final Making making;
    private Stage stage;
    private Path folder;
    private WindowDependencies parts;

    /** Creates the dependencies of a window. */
    @FunctionalInterface
    public interface Making {
        /** @param folder empty, and deleted after the test */
        WindowDependencies parts(Path folder, ExecutorService background) throws IOException;
    }

    public WindowExtension(Making making) {
        this.making = making;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(() -> application);
    }

    @Override
    public void afterEach(ExtensionContext test) throws TimeoutException {
        FxToolkit.cleanupAfterTest(robot, application);
        WaitForAsyncUtils.waitForFxEvents();
        // The next test may create screens without a window.
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    /** Opens the window, and closes it and its lab, on the window's thread. */
    private final class Life implements ApplicationFixture {
        @Override
        public void init() throws IOException {
            folder = Files.createTempDirectory("faasnetlab-window");
        }

        @Override
        public void start(Stage primary) throws IOException {
            stage = primary;
            parts = making.parts(folder, background);
            new FaasNetLabWindow(parts).start(stage);
        }

        @Override
        public void stop() throws IOException, InterruptedException {
            stage.hide();
            background.shutdownNow();
            // What still reads the store must end before it closes.
            assertThat(background.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            parts.lab().close();
            Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /** Requests closing, like a click on the window's close button. */
    public void askToClose() {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    /** Closes the window without the confirmation that may be shown. */
    public void closeWithoutConfirmation() {
        robot.interact(stage::close);
    }

    public boolean isOpen() {
        return stage.isShowing();
    }

    public boolean shown(String query) {
        return robot.lookup(query).tryQuery().map(Node::isVisible).orElse(false);
    }

    /** Visible and enabled. */
    public boolean usable(String query) {
        return robot.lookup(query)
                .tryQuery()
                .filter(node -> node.isVisible() && !node.isDisabled())
                .isPresent();
    }

    /** Clicks as soon as the node is enabled, which takes a while on a busy computer. */
    public void clickWhenUsable(String query) {
        await(() -> usable(query));
        robot.clickOn(query);
    }

    /** The text of the first match; empty if there is none. */
    public String text(String query) {
        return robot.lookup(query).<Labeled>tryQuery().map(Labeled::getText).orElse("");
    }

    /** Selects a run in Results, which is the visible screen, and waits until its verdict is known. */
    public void selectRun(RunRow run) {
        await(() -> stage.getScene().lookup("#results-runs") instanceof ListView<?> list
                && list.getItems().contains(run));
        robot.interact(() -> {
            ListView<?> list = (ListView<?>) stage.getScene().lookup("#results-runs");
            list.getSelectionModel().clearAndSelect(list.getItems().indexOf(run));
        });
        await(() -> stage.getScene().lookup(".verdict-strip.information-notice") == null);
    }

    /** The texts of all visible matches. */
    public List<String> texts(String query) {
        return robot.lookup(query).<Labeled>queryAll().stream()
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .toList();
    }

    /**
     * Checks a condition at each frame that the window draws until it is true, so that no state is missed that was ever
     * drawn.
     *
     * @return whether it was true by now
     */
    public BooleanSupplier watch(BooleanSupplier condition) {
        AtomicBoolean seen = new AtomicBoolean();
        AnimationTimer frames = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (condition.getAsBoolean()) {
                    seen.set(true);
                    stop();
                }
            }
        };
        robot.interact(frames::start);
        return seen::get;
    }

    /** Waits for a condition, and until the window has nothing more to do. */
    public void await(Callable<Boolean> condition) {
        awaitMoment(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits for a condition that may be short-lived, and no longer. */
    public void awaitMoment(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        } catch (TimeoutException never) {
            new Screenshots().take("never");
            throw new AssertionError("this did not happen within " + SECONDS + " s", never);
        }
    }
}
