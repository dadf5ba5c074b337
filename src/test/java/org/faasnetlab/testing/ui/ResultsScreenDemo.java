package org.faasnetlab.testing.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.export.importing.RunImporter;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.SettingLabels;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.common.ThemeManager;
import org.faasnetlab.ui.results.ResultsScreen;
import org.faasnetlab.ui.results.ResultsViewModel;
import org.faasnetlab.workload.Workloads;

/**
 * Shows the results screen with sample runs, for visual checks. Arguments: width, height, {@code light} or {@code
 * dark}, number of the tab, id of the run; {@code none} for an empty store.
 */
public final class ResultsScreenDemo {
    private ResultsScreenDemo() {}

    public static void main(String[] arguments) {
        Application.launch(Window.class, arguments);
    }

    /** The window. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) throws Exception {
            List<String> arguments = getParameters().getRaw();
            Path folder = Files.createTempDirectory("results-demo");
            RunStore store = new DuckDbRunStore(folder);
            if (!arguments.get(4).equals("none")) {
                SampleRuns.save(store, SampleRuns.lambdaBurst());
                SampleRuns.save(store, SampleRuns.sharedHost());
                SampleRuns.save(store, SampleRuns.withFailures());
                SampleRuns.save(store, ResultSamples.tenMinutes());
                SampleRuns.save(store, SampleSweeps.concurrency());
                SampleRuns.save(store, SampleSweeps.memory());
                store.save(ResultSamples.row(
                        "20261122-080000-zzzz",
                        "iperf3, one function",
                        RunStatus.FAILED,
                        SampleRuns.STARTED.minusSeconds(90_000),
                        "iperf3 is not installed on this computer."));
                store.flush();
            }
            ExecutorService background = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            });
            ResultsViewModel model = new ResultsViewModel(
                    () -> store,
                    new RunExporter(ZoneId.systemDefault()),
                    new RunImporter(Clock.systemUTC()),
                    new BackgroundTasks(background, Platform::runLater));
            ThemeManager theme = new ThemeManager(Theme.valueOf(arguments.get(2).toUpperCase(Locale.ROOT)));
            ResultsScreen screen = new ResultsScreen(
                    model,
                    new FakeDesktop(folder, "runs.faasnetlab.zip"),
                    new FakeDialogs(),
                    ResultSamples.again(folder, new ArrayList<>()),
                    () -> {},
                    theme.dark(),
                    FakeChartExports.in(folder),
                    new SettingLabels(Workloads.builtIn()),
                    Clock.systemDefaultZone());
            stage.setScene(new Scene(
                    (Parent) screen.view(), Integer.parseInt(arguments.get(0)), Integer.parseInt(arguments.get(1))));
            theme.applyTo(stage.getScene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
            screen.shown();
            model.open(arguments.get(4));
            ((TabPane) screen.view().lookup("#results-tabs"))
                    .getSelectionModel()
                    .select(Integer.parseInt(arguments.get(3)));
        }
    }
}
