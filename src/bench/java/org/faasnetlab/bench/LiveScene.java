package org.faasnetlab.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testing.ui.FakeChartExports;
import org.faasnetlab.testing.ui.LiveViewModels;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.common.ThemeManager;
import org.faasnetlab.ui.live.LiveModel;
import org.faasnetlab.ui.live.LiveScreen;
import org.faasnetlab.ui.live.LiveViewModel;

/**
 * The live screen in a window of the display, while stub functions report every 100 ms through runner, model and store.
 * Prints what it measured as lines of name and value. A process of its own, because a JVM has either a display or none.
 */
public final class LiveScene {
    /** Seconds after which the screen is warm, and before the end, in which nothing is measured. */
    private static final int WARM = 10;

    private static final int END = 5;

    private final LiveModel model = new LiveModel(Clock.systemUTC());
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final LiveViewModel viewModel = LiveViewModels.alone(model, background, Clock.systemUTC());
    private final AtomicLong charts = new AtomicLong();
    private final AtomicLong frames = new AtomicLong();

    private LiveScene() {}

    /** @param arguments number of functions, and seconds for which they report */
    public static void main(String[] arguments) throws Exception {
        new LiveScene().measure(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        System.exit(0);
    }

    private void measure(int functions, int seconds) throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        FxThread.call(this::open);
        try (StubbedRun stubbed = new StubbedRun(model.progress(), () -> {})) {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            Future<RunRow> run = background.submit(() -> stubbed.run(
                    BenchmarkLab.plan("iperf3-concurrent", "functions=" + functions, "seconds=" + seconds),
                    new StreamingStubs(seconds),
                    started -> Platform.runLater(() -> {
                        viewModel.watch(started, ResponseMode.STREAMED);
                        begun.complete(null);
                    })));
            begun.get(1, TimeUnit.MINUTES);
            TimeUnit.SECONDS.sleep(WARM);
            measureFor(seconds - WARM - END);
            FxThread.print("intervals", stubbed.store().sums().count(run.get().id(), 0));
            FxThread.print("memory", stubbed.mostMebibytes());
        }
    }

    private Void open() {
        LiveScreen screen =
                new LiveScreen(viewModel, new SimpleBooleanProperty(false), FakeChartExports.in(Path.of("target")));
        Scene scene = new Scene((Parent) screen.view(), 1440, 900);
        new ThemeManager(Theme.LIGHT).applyTo(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        screen.shown();
        viewModel.snapshot().addListener((property, before, now) -> charts.incrementAndGet());
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.incrementAndGet();
            }
        }.start();
        return null;
    }

    private void measureFor(int seconds) throws Exception {
        long began = System.nanoTime();
        long chartsBefore = charts.get();
        long framesBefore = frames.get();
        long fxBefore = FxThread.nanos();
        long allBefore = processNanos();
        TimeUnit.SECONDS.sleep(seconds);
        double passed = System.nanoTime() - began;
        FxThread.print("charts", (charts.get() - chartsBefore) / passed * 1e9);
        FxThread.print("frames", (frames.get() - framesBefore) / passed * 1e9);
        FxThread.print("fx", (FxThread.nanos() - fxBefore) / passed * 100);
        FxThread.print("process", (processNanos() - allBefore) / passed * 100);
    }

    private static long processNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseThrow(IllegalStateException::new)
                .toNanos();
    }
}
