package org.faasnetlab.testing.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.event.RunListener;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.run.RecordingLab;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.ui.common.OpenRequests;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.guide.UserGuide;
import org.faasnetlab.ui.log.LogBuffer;
import org.faasnetlab.ui.preferences.WindowSettings;
import org.faasnetlab.ui.shell.FaasNetLabWindow;
import org.faasnetlab.ui.shell.WindowDependencies;

/**
 * Takes the screenshots of README: the window with sample runs and a scripted run, whose numbers nobody measured, without a
 * display. Argument: the folder of the pictures. {@code ./mvnw -Pscreenshots verify} runs it.
 */
public final class DocumentScreenshots {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final int FUNCTIONS = 16;
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    /** So long after the sample runs that they are of the same day. */
    private static final Duration LATER = Duration.ofHours(1);

    private final Path pictures;
    private final ScriptedRun run = new ScriptedRun();

    private DocumentScreenshots(Path pictures) {
        this.pictures = pictures;
    }

    public static void main(String[] arguments) throws Exception {
        new DocumentScreenshots(Files.createDirectories(Path.of(arguments[0]))).takeAll();
        System.exit(0);
    }

    private void takeAll() throws Exception {
        Path folder = Files.createTempDirectory("faasnetlab-screenshots");
        WindowSettings.in(folder.resolve("window.json")).write(new WindowSettings(Theme.LIGHT, WIDTH, HEIGHT, false));
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), SampleRuns.STARTED.plus(LATER)));
        SampleLab lab = new SampleLab(folder, clock);
        ExecutorService background = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        Platform.startup(() -> {});
        FaasNetLabWindow.open(new WindowDependencies(
                lab,
                lab.presets().groups(),
                program -> "3.16",
                server -> {},
                settings -> {},
                new LogBuffer(10),
                folder,
                folder.resolve("log"),
                new UserGuide(Path.of("docs/user-guide.md"), folder.resolve("user-guide.html")),
                Path.of("THIRD-PARTY.md"),
                folder.resolve("window.json"),
                new OpenRequests(),
                UnaryOperator.identity(),
                () -> false,
                Locale.ENGLISH,
                clock,
                background,
                () -> {}));
        await(() -> node("#recent-runs") instanceof TableView<?> table
                && table.getItems().size() > 2);
        take("testbeds");
        press("#try-it");
        await(() -> text("#live-aggregate").endsWith("bit/s"));
        take("live");
        press("#toggle-theme");
        take("live-dark");
        press("#toggle-theme");
        run.end();
        press("#go-RESULTS");
        await(() -> node("#results-runs") instanceof ListView<?> list
                && list.getItems().size() > 2);
        onWindow(() -> {
            ListView<?> list = (ListView<?>) node("#results-runs");
            list.getSelectionModel().clearSelection();
            list.getSelectionModel()
                    .select(list.getItems().indexOf(SampleRuns.sharedHost().run()));
            return true;
        });
        await(() -> text("#results-verdict-sentence").contains("limited"));
        take("results");
        press("#go-EXPERIMENT");
        await(() -> node("#run") != null);
        take("experiment");
        press("#go-TESTBEDS");
        press("#choose-settings");
        await(() -> node("#setup-next") != null);
        press("#setup-next");
        take("setup");
    }

    private void take(String name) throws Exception {
        Thread.sleep(1_500); // animations and drawings in the background
        Screenshots.write(onWindow(() -> scene().snapshot(null)), pictures.resolve(name + ".png"));
    }

    private static void press(String query) throws Exception {
        await(() -> node(query) instanceof ButtonBase);
        onWindow(() -> {
            ((ButtonBase) node(query)).fire();
            return true;
        });
    }

    private static String text(String query) {
        return node(query) instanceof Labeled label ? label.getText() : "";
    }

    private static Node node(String query) {
        return scene().lookup(query);
    }

    private static Scene scene() {
        return Window.getWindows().get(0).getScene();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(TIMEOUT);
        while (!onWindow(() -> !Window.getWindows().isEmpty() && condition.call())) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the window did not show what the picture needs");
            }
            Thread.sleep(50);
        }
    }

    private static <T> T onWindow(Callable<T> action) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }

    /** A lab with sample runs, in which a run of 16 functions stays at its sixth second. */
    private final class SampleLab extends RecordingLab {
        private final FakeAwsAccounts aws = new FakeAwsAccounts();
        private final RunStore store;
        private final Clock clock;

        SampleLab(Path folder, Clock clock) throws StoreException {
            super(folder.resolve("local"));
            this.clock = clock;
            store = new DuckDbRunStore(folder.resolve("store"));
            SampleRuns.save(store, SampleRuns.lambdaBurst());
            SampleRuns.save(store, SampleRuns.sharedHost());
            SampleRuns.save(store, SampleRuns.withFailures());
            SampleRuns.save(store, SampleSweeps.concurrency());
            SampleRuns.save(store, SampleSweeps.memory());
            store.flush();
        }

        @Override
        public RunStore store() {
            return store;
        }

        @Override
        public FakeAwsAccounts aws() {
            return aws;
        }

        @Override
        protected ActiveRun resumeRun(RunRow row, RunListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected ActiveRun begin(ExperimentPlan plan, RunListener listener) {
            RunScript script = new RunScript(listener, FUNCTIONS, 10, 1)
                    .startRun()
                    .at(clock.instant().minusSeconds(6))
                    .startTrial(0);
            for (int function = 0; function < FUNCTIONS; function++) {
                script.ready(function, function % 3 != 0).started(function, 2 * function);
            }
            for (int tenth = 0; tenth < 60; tenth++) {
                for (int function = 0; function < FUNCTIONS; function++) {
                    double rate = tenth < 5 ? 4_900 : tenth == 5 ? 2_000 : 621;
                    double unevenness = 0.02 * Math.sin(tenth * 1.7 + function * 2.3);
                    script.interval(function, 100L * tenth + 2 * function, rate * (1 + unevenness));
                }
            }
            return run;
        }

        @Override
        public void close() {}
    }
}
