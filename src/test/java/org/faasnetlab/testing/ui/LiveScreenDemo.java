package org.faasnetlab.testing.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.common.ThemeManager;
import org.faasnetlab.ui.live.LiveModel;
import org.faasnetlab.ui.live.LiveScreen;
import org.faasnetlab.ui.live.LiveViewModel;

/**
 * Shows the live screen with a scripted run in real time, for visual checks. Arguments: functions, width, height,
 * {@code light} or {@code dark}, and {@code empty} for no run.
 */
public final class LiveScreenDemo {
    private LiveScreenDemo() {}

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The window. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            var arguments = getParameters().getRaw();
            int functions = Integer.parseInt(arguments.get(0));
            ThemeManager theme = new ThemeManager(Theme.valueOf(arguments.get(3).toUpperCase(Locale.ROOT)));
            ExecutorService background = Executors.newFixedThreadPool(2, task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            });
            LiveModel model = new LiveModel(Clock.systemUTC());
            LiveViewModel viewModel = LiveViewModels.alone(model, background, Clock.systemUTC());
            LiveScreen screen = new LiveScreen(viewModel, theme.dark(), FakeChartExports.in(Path.of("target")));
            stage.setScene(new Scene(
                    (Parent) screen.view(), Integer.parseInt(arguments.get(1)), Integer.parseInt(arguments.get(2))));
            String pick = arguments.size() > 4 ? arguments.get(4) : "";
            for (String functionIndex : pick.isEmpty() || pick.equals("empty") ? new String[0] : pick.split(",")) {
                Platform.runLater(() -> viewModel.togglePick(Integer.parseInt(functionIndex)));
            }
            stage.setX(0);
            stage.setY(0);
            theme.applyTo(stage.getScene());
            stage.show();
            if (!arguments.contains("empty")) {
                ScriptedRun run = new ScriptedRun();
                Thread source = new Thread(() -> play(model, run, functions));
                source.setDaemon(true);
                source.start();
                viewModel.watch(run, ResponseMode.STREAMED);
            }
        }

        private static void play(LiveModel model, ScriptedRun run, int functions) {
            Random random = new Random(7);
            RunScript script = new RunScript(model.progress(), functions, 10, 2).startRun();
            for (int trial = 0; trial < 2; trial++) {
                Instant t0 = Instant.now().plusMillis(1500);
                script.at(t0).startTrial(trial);
                for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
                    script.ready(functionIndex, trial == 0);
                }
                if (functions > 4) {
                    script.retried(3);
                }
                sleepUntil(t0);
                for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
                    if (functionIndex != 3) {
                        script.started(functionIndex, functionIndex % 40);
                    }
                }
                for (int tenth = 0; tenth < 100; tenth++) {
                    sleepUntil(t0.plusMillis(tenth * 100L + 110));
                    for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
                        if (functionIndex == 4 && tenth == 40) {
                            script.failed(4, FailureReason.TRANSFER_BROKEN, "The connection to the server broke.");
                        }
                        boolean silent = (functionIndex == 3 && tenth < 30) || (functionIndex == 4 && tenth >= 40);
                        double rate = tenth < 5 ? 4700 : tenth == 5 ? 1800 : 624;
                        if (!silent) {
                            script.interval(
                                    functionIndex,
                                    tenth * 100L + functionIndex % 40,
                                    rate * (1 + 0.03 * random.nextGaussian()));
                        }
                    }
                }
                for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
                    script.finished(functionIndex, functionIndex % 40, 10_000, 900_000_000);
                }
                script.endTrial();
                sleepUntil(Instant.now().plus(Duration.ofSeconds(2)));
            }
            script.endRun(RunStatus.PARTIAL, null);
            run.end();
        }

        private static void sleepUntil(Instant moment) {
            long millis = Duration.between(Instant.now(), moment).toMillis();
            if (millis > 0) {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
