package org.faasnetlab.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.RunService;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testing.ui.FakeChartExports;
import org.faasnetlab.testing.ui.LiveViewModels;
import org.faasnetlab.ui.live.LiveModel;
import org.faasnetlab.ui.live.LiveScreen;
import org.faasnetlab.ui.live.LiveSnapshot;
import org.faasnetlab.ui.live.LiveViewModel;

/** The live screen in a window, with a timer for what it draws. */
public final class LiveProbe {
    private static final long BIN_MICROS = 100_000;

    private final Clock clock = Clock.systemUTC();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final LiveModel model = new LiveModel(clock, this::onEvent);
    private final LiveViewModel viewModel;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Double> toPixel = new ArrayList<>();
    private String runId = "";
    private Instant t0 = Instant.EPOCH;
    private Instant firstDrawn = Instant.EPOCH;

    /** An interval that is not drawn yet. */
    private record Waiting(long endMicros) {}

    private LiveProbe() {
        viewModel = LiveViewModels.alone(model, background, clock);
    }

    /** Opens the window. */
    public static LiveProbe open() throws Exception {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        return FxThread.call(() -> {
            LiveProbe probe = new LiveProbe();
            LiveScreen screen = new LiveScreen(
                    probe.viewModel, new SimpleBooleanProperty(false), FakeChartExports.in(Path.of("target")));
            Scene scene = new Scene((Parent) screen.view(), 1200, 750);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            screen.shown();
            scene.addPostLayoutPulseListener(probe::pulse);
            return probe;
        });
    }

    /** Runs a plan to its end, as a click on Run does. */
    public DrawnRun watch(RunService starter, ExperimentPlan plan, Testbed testbed) throws Exception {
        FxThread.call(() -> {
            waiting.clear();
            toPixel.clear();
            firstDrawn = Instant.EPOCH;
            return null;
        });
        Instant click = clock.instant();
        ActiveRun run = starter.start(plan, testbed, model.progress());
        FxThread.call(() -> {
            viewModel.watch(run, testbed.limits().responseMode());
            return null;
        });
        run.ended().toCompletableFuture().get(2, TimeUnit.MINUTES);
        return FxThread.call(() -> new DrawnRun(millis(click, firstDrawn), List.copyOf(toPixel)));
    }

    public void close() throws Exception {
        FxThread.call(() -> {
            viewModel.close();
            return null;
        });
        background.shutdown();
        Platform.exit();
    }

    private void onEvent(RunEvent event) {
        if (event instanceof RunEvent.RunStarted accepted) {
            Platform.runLater(() -> runId = accepted.run().id());
        } else if (event instanceof RunEvent.TrialStarted started && started.t0() != null) {
            Platform.runLater(() -> t0 = started.t0());
        } else if (event instanceof RunEvent.StartChosen chosen) {
            Platform.runLater(() -> t0 = chosen.t0());
        } else if (event instanceof RunEvent.FunctionReported said
                && said.functionRecord() instanceof FunctionRecord.Measured measured) {
            long end = measured.interval().endMicros();
            Platform.runLater(() -> waiting.add(new Waiting(end)));
        }
    }

    /** Changes are drawn by the pulse that follows the layout. An interval is drawn with its last complete bin. */
    private void pulse() {
        LiveSnapshot shown = viewModel.snapshot().get();
        RunRow run = shown.progress().run();
        double lastSecond = shown.curves().lastX();
        if (run == null || !run.id().equals(runId) || lastSecond == 0) {
            return;
        }
        long drawnMicros = Math.round(lastSecond * 1e6) + BIN_MICROS / 2;
        Instant now = clock.instant();
        waiting.removeIf(interval -> {
            boolean drawn = drawnMicros >= interval.endMicros() / BIN_MICROS * BIN_MICROS;
            if (drawn) {
                toPixel.add(millis(t0.plusNanos(interval.endMicros() * 1000), now));
                firstDrawn = firstDrawn.equals(Instant.EPOCH) ? now : firstDrawn;
            }
            return drawn;
        });
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }
}
