package org.faasnetlab.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.export.importing.RunImporter;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.common.FxTicker;
import org.faasnetlab.ui.common.Lazy;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.SettingLabels;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.experiment.ExperimentQueue;
import org.faasnetlab.ui.experiment.ExperimentScreen;
import org.faasnetlab.ui.experiment.ExperimentViewModel;
import org.faasnetlab.ui.experiment.QueuePane;
import org.faasnetlab.ui.live.LiveModel;
import org.faasnetlab.ui.live.LiveScreen;
import org.faasnetlab.ui.live.LiveViewModel;
import org.faasnetlab.ui.log.LogScreen;
import org.faasnetlab.ui.log.LogViewModel;
import org.faasnetlab.ui.preferences.UserPreferences;
import org.faasnetlab.ui.results.ResultsScreen;
import org.faasnetlab.ui.results.ResultsViewModel;
import org.faasnetlab.ui.results.ResumeViewModel;
import org.faasnetlab.ui.results.run.TrialVerdict;
import org.faasnetlab.ui.setup.LocalSetupViewModel;
import org.faasnetlab.ui.welcome.RecentRuns;
import org.faasnetlab.ui.welcome.WelcomeViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Creates the screens of the window when they are first shown, and their view models when the window opens. */
final class ShellScreens {
    private static final int SHOWN_RUNS = 50;

    private final Texts texts = Texts.of(ShellScreens.class);
    private final WindowDependencies parts;
    private final WindowServices services;
    private final AwsViewModels aws;
    private final LiveModel run;
    private final LiveViewModel live;
    private final ResultsViewModel results;
    private final ExperimentViewModel experiment;
    private final ExperimentQueue queue;
    private final ChartExports chartExports;
    private final ResumeViewModel again;

    /** @param windowFocused whether the window is in front */
    /** Extensions of the files that can be opened: plans, archives and files of other programs. */
    static final List<String> OPENED = List.of("yaml", "yml", "json", "zip", "csv", "jsonl", "txt");

    private final Lazy<TestbedsScreen> testbeds = new Lazy<>(this::testbeds);
    private final Lazy<ExperimentScreen> experimentScreen = new Lazy<>(this::experiment);

    ShellScreens(
            WindowDependencies parts,
            WindowServices services,
            AwsViewModels aws,
            UserPreferences preferences,
            ObservableValue<Boolean> windowFocused) {
        RunEndNotification notification =
                new RunEndNotification(services.dialogs(), preferences.notifications(), windowFocused, parts.clock());
        this.aws = aws;
        this.parts = parts;
        this.services = services;
        Clock clock = parts.clock();
        RunExporter exporter = new RunExporter(clock.getZone());
        run = new LiveModel(clock);
        live = new LiveViewModel(
                run,
                new FxTicker(LiveViewModel.PERIOD),
                parts.background(),
                services.tasks()::onWindow,
                services.navigation(),
                this::openResults,
                runId -> TrialVerdict.ofRun(
                                exporter.data().analysis(), parts.lab().store(), runId)
                        .map(ShellScreens::judgement),
                clock);
        chartExports = new ChartExports(services.desktop(), services.dialogs(), exporter, services.tasks());
        results = new ResultsViewModel(parts.lab()::store, exporter, new RunImporter(clock), services.tasks());
        queue = new ExperimentQueue(parts.lab(), services.session(), services.run(), services.tasks(), run::progress);
        experiment = new ExperimentViewModel(
                parts.lab(),
                parts.presets(),
                services.session(),
                services.run(),
                services.tasks(),
                services.navigation(),
                queue,
                run::progress);
        again = new ResumeViewModel(
                parts.lab(),
                services.session(),
                services.run(),
                services.tasks(),
                services.navigation(),
                run::progress,
                experiment::open,
                experiment::run,
                this::addToQueue);
        live.unit().bindBidirectional(preferences.unit());
        results.unit().bindBidirectional(preferences.unit());
        results.listShare().bindBidirectional(preferences.listShare());
        live.setPublishedResults((timeline, cell) -> exporter.data().charts().withPublished(timeline, cell));
        live.setRunAgain(each -> again.runAgain(each, services.dialogs()::problem), again.ready());
        services.run().starting().subscribe(live::setStarting);
        services.run().run().subscribe((before, now) -> {
            if (now != null) {
                live.watch(now, answers());
                notification.started();
            } else {
                results.refresh();
                results.openWhenShown(before.id());
                RunRow row = live.snapshot().get().progress().run();
                String title = row == null ? texts.get("program") : row.title();
                if (!notification.ended(title, () -> openResults(before.id()))) {
                    announceEnd(before.id());
                }
            }
        });
    }

    private static LiveViewModel.Judgement judgement(TrialFindings findings) {
        TrialRow trial = findings.summary().trial();
        return new LiveViewModel.Judgement(findings.verdict(), trial.index(), ReferenceLine.of(findings));
    }

    List<NavigationItem> items() {
        return List.of(
                new NavigationItem(ScreenId.TESTBEDS, "navigation.testbeds", Feather.LAYERS, testbeds::get),
                new NavigationItem(ScreenId.EXPERIMENT, "navigation.experiment", Feather.PLAY, experimentScreen::get),
                new NavigationItem(ScreenId.LIVE, "navigation.live", Feather.ACTIVITY, this::live),
                new NavigationItem(ScreenId.RESULTS, "navigation.results", Feather.BAR_CHART_2, this::results),
                new NavigationItem(ScreenId.LOG, "navigation.log", Feather.LIST, this::log));
    }

    /** Opens the plan among the files, and imports the others. */
    void openFiles(List<Path> files) {
        List<Path> plans = files.stream().filter(experiment::isPlan).toList();
        List<Path> others = files.stream().filter(file -> !plans.contains(file)).toList();
        if (!others.isEmpty()) {
            services.navigation().show(ScreenId.RESULTS);
            results.importFiles(others);
        }
        if (!plans.isEmpty()) {
            services.navigation().show(ScreenId.EXPERIMENT);
            experiment.open(plans.get(0));
        }
        if (plans.size() > 1) {
            services.dialogs().toast(texts.get("plans.one", plans.get(0).toString()));
        }
    }

    /** Stops all drawing after the window was closed. */
    void close() {
        live.close();
    }

    private void addToQueue(ExperimentPlan plan) throws LabException {
        queue.add(plan);
        services.dialogs().toast(texts.get("queue.added", parts.lab().presets().runTitle(plan), queue.size() + ""));
    }

    /** How many experiments wait in the queue, which is lost when the window closes. */
    int queued() {
        return queue.size();
    }

    /** Whoever looks at another screen learns that the run is over. */
    private void announceEnd(String runId) {
        if (services.navigation().current().get() != ScreenId.LIVE) {
            services.dialogs().toast(texts.get("run.ended"), texts.get("run.ended.open"), () -> openResults(runId));
        }
    }

    private ResponseMode answers() {
        return services.session()
                .testbed()
                .map(testbed -> testbed.limits().responseMode())
                .orElse(ResponseMode.STREAMED);
    }

    /** The screen of testbeds, which is shown from now on. */
    TestbedsScreen testbedsScreen() {
        services.navigation().show(ScreenId.TESTBEDS);
        return testbeds.get();
    }

    /** The screen of the experiment, which is shown from now on. */
    ExperimentScreen experimentScreen() {
        services.navigation().show(ScreenId.EXPERIMENT);
        return experimentScreen.get();
    }

    ExperimentViewModel experimentModel() {
        return experiment;
    }

    ResumeViewModel again() {
        return again;
    }

    /** The run that is selected on Results; holds null if there is none. */
    ObservableValue<@Nullable RunRow> selectedRun() {
        return results.run();
    }

    /** The run on Live; holds null if there is none. */
    ObservableValue<@Nullable RunRow> liveRun() {
        return live.snapshot().map(now -> now.progress().run());
    }

    /** Cancels the active run immediately. */
    void cancelRun() {
        live.stop();
    }

    private TestbedsScreen testbeds() {
        RecentRuns recentRuns = new RecentRuns(parts.lab(), parts.clock());
        WelcomeViewModel welcome = new WelcomeViewModel(
                services.session(),
                services.run(),
                () -> recentRuns.newest(SHOWN_RUNS),
                services.tasks(),
                services.navigation(),
                results::open,
                experiment::runFirstPreset);
        return new TestbedsScreen(
                welcome,
                () -> new LocalSetupViewModel(
                        services.session(),
                        services.run(),
                        parts.iperf3Check(),
                        parts.serverCheck(),
                        parts.kernelCheck(),
                        services.tasks()),
                aws,
                services,
                parts.clock());
    }

    private ExperimentScreen experiment() {
        return new ExperimentScreen(experiment, services.desktop(), services.dialogs());
    }

    private Screen live() {
        LiveScreen screen = new LiveScreen(live, services.theme().dark(), chartExports);
        screen.placeBelowFunctions(new QueuePane(queue, services.dialogs()));
        return screen;
    }

    private Screen results() {
        return new ResultsScreen(
                results,
                services.desktop(),
                services.dialogs(),
                again,
                () -> services.navigation().show(ScreenId.EXPERIMENT),
                services.theme().dark(),
                chartExports,
                new SettingLabels(parts.lab().presets().workloads()),
                parts.clock());
    }

    private Screen log() {
        LogViewModel model =
                new LogViewModel(parts.log(), services.tasks(), parts.clock().getZone());
        return new LogScreen(model, services.desktop(), parts.logFolder());
    }

    private void openResults(String runId) {
        results.open(runId);
        services.navigation().show(ScreenId.RESULTS);
    }
}
