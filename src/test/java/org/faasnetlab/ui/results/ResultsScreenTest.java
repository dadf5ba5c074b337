package org.faasnetlab.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.export.importing.RunImporter;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.testing.ui.FakeChartExports;
import org.faasnetlab.testing.ui.FakeDesktop;
import org.faasnetlab.testing.ui.FakeDialogs;
import org.faasnetlab.testing.ui.ResultSamples;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.SettingLabels;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.common.ThemeManager;
import org.faasnetlab.workload.Workloads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ResultsScreenTest {
    private Path folder;
    private RunStore store;
    private boolean locked;
    private boolean held;
    private final List<Runnable> waiting = new ArrayList<>();
    private ResultsScreen screen;
    private FakeDesktop desktop;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final List<String> went = new ArrayList<>();
    private final List<ExperimentPlan> opened = new ArrayList<>();

    private ResultsViewModel model;

    @Start
    void start(Stage stage) throws IOException, StoreException {
        folder = Files.createTempDirectory("results");
        store = new DuckDbRunStore(folder.resolve("store"));
        model = new ResultsViewModel(
                this::openStore,
                new RunExporter(ZoneOffset.UTC),
                new RunImporter(Clock.systemUTC()),
                new BackgroundTasks(this::inBackground, Platform::runLater));
        desktop = new FakeDesktop(folder, "runs.faasnetlab.zip");
        ThemeManager theme = new ThemeManager(Theme.LIGHT);
        screen = new ResultsScreen(
                model,
                desktop,
                dialogs,
                ResultSamples.again(folder, opened),
                () -> went.add("experiment"),
                theme.dark(),
                FakeChartExports.of(desktop, dialogs),
                new SettingLabels(Workloads.builtIn()),
                Clock.systemUTC());
        stage.setScene(new Scene((Parent) screen.view(), 1200, 800));
        theme.applyTo(stage.getScene());
        // Another test may have left the window small, where details lie over the charts.
        stage.setWidth(1200);
        stage.setHeight(800);
        stage.show();
    }

    @AfterEach
    void removeFiles() throws IOException, StoreException {
        // The data just read is shown first, and triggers further reads.
        WaitForAsyncUtils.waitForFxEvents(15);
        store.close();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void withoutRunsScreenLinksToExperiments(FxRobot robot) throws Exception {
        show();
        await(() -> robot.lookup("#results-empty").query().isVisible());
        assertThat(robot.lookup("#results-empty .drawing").query().isVisible()).isTrue();
        robot.clickOn("#results-choose");
        assertThat(went).containsExactly("experiment");
    }

    @Test
    void everyKindOfChartHasATab(FxRobot robot) {
        TabPane tabs = robot.lookup("#results-tabs").queryAs(TabPane.class);
        assertThat(tabs.getTabs())
                .extracting(Tab::getId)
                .containsAll(Arrays.stream(ChartKind.values())
                        .map(kind -> "results-tab-" + kind.tab())
                        .toList());
    }

    @Test
    void theNewestRunIsShownWithItsFunctionsAndNumbers(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        show();
        await(() -> functions(robot).size() == 8);
        assertThat(text(robot, "#results-title")).isEqualTo("Concurrent functions");
        assertThat(text(robot, "#results-status")).isEqualTo("partial");
        assertThat(text(robot, "#results-subtitle")).contains("2 of 8 functions failed");
        robot.interact(() -> tabs(robot).getSelectionModel().select(tab(robot, "results-tab-summary")));
        TableView<TrialSummary> summary = robot.lookup("#results-summary").queryTableView();
        await(() -> summary.getItems().size() == 1);
        assertThat(robot.lookup("#results-summary .table-cell").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("download", "1769 MB", "6");
    }

    @Test
    void theSummaryOfASearchHasItsCapacityAndWhatTcpReached(FxRobot robot) throws Exception {
        SampleRuns.save(store, PlainRuns.searches("20261123-104210-s1", 2, 50e6));
        show();
        robot.interact(() -> tabs(robot).getSelectionModel().select(tab(robot, "results-tab-summary")));
        TableView<TrialSummary> summary = robot.lookup("#results-summary").queryTableView();
        await(() -> summary.getItems().size() == 1);
        assertThat(summary.getColumns()).extracting(TableColumn::getText).contains("TCP share of the capacity");
        await(() -> texts(robot, "#results-summary .table-cell").containsAll(List.of("50.0", "100", "90 %")));
        assertThat(texts(robot, "#results-runs .run-result")).anyMatch(text -> text.startsWith("50.0 Mbit/s"));
        assertThat(texts(robot, ".summary-note"))
                .anyMatch(text -> text.startsWith("Rates in Mbit/s are values of: IP-layer capacity."));
    }

    @Test
    void verdictNamesTrialIfThereAreSeveral(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleSweeps.concurrency());
        show();

        await(() -> text(robot, "#results-verdict-sentence").startsWith("Trial 1: "));
    }

    @Test
    void verdictIsShownAboveRunAndEvidenceOpensOnDemand(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.manyFunctions());
        show();
        await(() -> text(robot, "#results-verdict-sentence").startsWith("The simulated link limited each function"));
        assertThat(robot.lookup("#results-verdict").query().getStyleClass()).contains("success-notice");
        robot.clickOn("#results-verdict-why");
        assertThat(robot.lookup("#results-verdict-reasons .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("64 of 64 finished.", "simulated link of a function", "limit reached")
                .anySatisfy(text -> assertThat(text).contains("A burst was detected in 64 of 64 functions."))
                .anySatisfy(text -> assertThat(text).contains("as it would be on AWS"));
        assertThat(text(robot, "#results-verdict-why")).isEqualTo("Hide details");
    }

    @Test
    void activeRunHasNoVerdict(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.running("20261123-104210-r1", 2));
        show();
        await(() -> text(robot, "#results-status").equals("running"));
        assertThat(text(robot, "#results-verdict-sentence")).isEqualTo("This run is in progress. Live shows it.");
        robot.clickOn("#results-verdict-why");
        assertThat(robot.lookup("#results-inspector-evidence").query().isVisible())
                .isFalse();
    }

    @Test
    void theTableIsSortedByTheValuesBehindItsTexts(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        show();
        robot.interact(() -> tabs(robot).getSelectionModel().select(tab(robot, "results-tab-table")));
        await(() -> functions(robot).size() == 8);
        robot.interact(() -> {
            TableView<FunctionRow> table = robot.lookup("#results-table").queryTableView();
            table.getSortOrder().setAll(List.of(table.getColumns().get(3)));
        });
        List<FunctionRow> sorted = functions(robot);
        assertThat(sorted.subList(0, 2)).allMatch(row -> row.bandwidth() == null);
        assertThat(sorted.subList(2, 8))
                .isSortedAccordingTo((one, other) -> one.bandwidth().compareTo(other.bandwidth()));
    }

    @Test
    void exportsGoToTheChosenFileAndTheFolderCanBeShown(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        show();
        await(() -> functions(robot).size() == 8);
        robot.clickOn("#results-export").clickOn("#results-export-csv");
        await(() -> dialogs.toasts().size() == 1);
        assertThat(dialogs.toasts().get(0)).startsWith("Exported to ").contains(".csv");
        dialogs.clickLastToast();
        assertThat(desktop.opened()).containsExactly(folder);
        robot.clickOn("#results-export").clickOn("#results-export-png");
        await(() -> dialogs.toasts().size() == 2);
        assertThat(dialogs.toasts().get(1)).contains(".png");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
    }

    @Test
    void aRunIsNamedAndTaggedInPlace(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        show();
        await(() -> functions(robot).size() == 8);
        robot.clickOn("#results-label");
        robot.interact(() -> {
            robot.lookup("#results-label-name").queryTextInputControl().setText("After the change");
            robot.lookup("#results-label-tags").queryTextInputControl().setText("lambda, no/tag");
        });
        assertThat(robot.lookup("#results-label-save").queryButton().isDisabled())
                .isTrue();
        robot.interact(() ->
                robot.lookup("#results-label-tags").queryTextInputControl().setText("lambda paper"));
        robot.clickOn("#results-label-save");
        await(() -> text(robot, "#results-title").equals("After the change"));
        assertThat(text(robot, "#results-note")).isEqualTo("#lambda #paper");
    }

    @Test
    void outlinesAreShownWhileRunsAreRead(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        SampleRuns.save(store, SampleRuns.sharedHost());
        held = true;
        show();
        assertThat(robot.lookup("#results-list-loading").query().isVisible()).isTrue();
        assertThat(robot.lookup("#results-empty").query().isVisible()).isFalse();
        readAll();
        await(() -> functions(robot).size() > 1);
        assertThat(robot.lookup("#results-loading").query().isVisible()).isFalse();

        held = true;
        ListView<RunRow> list = robot.lookup("#results-runs").queryListView();
        robot.interact(() -> list.getSelectionModel()
                .clearAndSelect(1 - list.getSelectionModel().getSelectedIndex()));

        Region outline = robot.lookup("#results-loading").queryAs(Region.class);
        assertThat(outline.isVisible()).isTrue();
        assertThat(outline.getAccessibleText()).isEqualTo("Loading\u2026");
        Region tabs = robot.lookup("#results-tabs").queryAs(Region.class);
        Region names = robot.lookup("#results-tabs > .tab-header-area").queryAs(Region.class);
        robot.interact(() -> outline.getScene().getRoot().layout());
        assertThat(outline.localToScene(outline.getBoundsInLocal()).getMinY())
                .as("names of the tabs stay")
                .isEqualTo(names.localToScene(names.getLayoutBounds()).getMaxY());
        assertThat(outline.getHeight() + names.getHeight()).isEqualTo(tabs.getHeight());
        readAll();
        await(() -> !outline.isVisible());
    }

    private void inBackground(Runnable task) {
        if (held) {
            waiting.add(task);
        } else {
            task.run();
        }
    }

    private void readAll() {
        held = false;
        List<Runnable> tasks = List.copyOf(waiting);
        waiting.clear();
        tasks.forEach(Runnable::run);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void severalRunsAreComparedArchivedAndImported(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        SampleRuns.save(store, SampleRuns.sharedHost());
        show();
        await(() -> functions(robot).size() > 1);
        ListView<RunRow> list = robot.lookup("#results-runs").queryListView();
        robot.interact(() -> list.getSelectionModel().selectAll());
        robot.clickOn("#results-compare");
        await(() -> robot.lookup("#results-compare-view").query().isVisible());
        assertThat(robot.lookup("#results-compare-sentences .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(sentence -> sentence.contains("cannot be compared"));
        Region view = robot.lookup("#results-compare-view").queryAs(Region.class);
        Region sentences = robot.lookup("#results-compare-sentences").queryAs(Region.class);
        assertThat(sentences.getWidth()).isLessThanOrEqualTo(view.getWidth());
        assertThat(robot.lookup("#results-compare-numbers .label").queryAllAs(Labeled.class))
                .isNotEmpty()
                .allSatisfy(cell ->
                        assertThat(cell.getWidth()).as(cell.getText()).isGreaterThanOrEqualTo(cell.prefWidth(-1)));
        for (String choice : List.of("#results-compare-reference", "#results-compare-metric")) {
            Node written = robot.lookup(choice + " > .label > .text").query();
            Node arrow = robot.lookup(choice + " > .open-button > .arrow").query();
            assertThat(written.localToScene(written.getBoundsInLocal()).getMaxX())
                    .as("end of the text of " + choice)
                    .isLessThanOrEqualTo(
                            arrow.localToScene(arrow.getBoundsInLocal()).getMinX());
        }
        robot.clickOn("#results-compare-separate").clickOn("#results-compare-separate");
        assertThat(robot.lookup("#results-compare-separate")
                        .queryAs(ToggleButton.class)
                        .isSelected())
                .as("a second click does not leave nothing chosen")
                .isTrue();
        robot.clickOn("#results-compare-back");
        robot.clickOn("#results-archive");
        await(() -> !dialogs.toasts().isEmpty());
        assertThat(dialogs.toasts().get(0)).contains(".faasnetlab.zip");
        store.delete(SampleRuns.sharedHost().run().id());
        robot.clickOn("#results-import");
        await(() -> dialogs.toasts().size() == 2);
        assertThat(dialogs.toasts().get(1)).startsWith("1 imported. Already present");
        assertThat(store.load(SampleRuns.sharedHost().run().id())).contains(SampleRuns.sharedHost());
    }

    @Test
    void deletedRunComesBackAfterUndo(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        show();
        await(() -> functions(robot).size() == 8);
        ListView<RunRow> list = robot.lookup("#results-runs").queryListView();

        robot.clickOn("#results-delete");
        await(() -> list.getItems().isEmpty());
        assertThat(dialogs.toasts()).singleElement().asString().contains("Concurrent functions");
        assertThat(store.runs()).hasSize(1);

        robot.interact(dialogs::clickLastToast);
        await(() -> list.getItems().size() == 1);
        await(() -> functions(robot).size() == 8);
    }

    @Test
    void listHasResultTestbedAndState(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        show();
        await(() -> texts(robot, "#results-runs .run-result").stream()
                .anyMatch(text -> text.contains("8 functions") && text.contains("failed")));
        assertThat(texts(robot, "#results-runs .badge")).contains("partial");
        assertThat(texts(robot, "#results-runs .run-line")).anyMatch(text -> text.contains("This computer"));
        await(() -> robot.lookup("#results-runs .sparkline").tryQuery().isPresent());
        assertThat(robot.lookup("#results-runs .run-entry").query().getAccessibleText())
                .contains("partial")
                .containsPattern("aggregate over 10 s: from .*bit/s to .*bit/s, peak .*bit/s");
    }

    private static List<String> texts(FxRobot robot, String query) {
        List<String> texts = new ArrayList<>();
        robot.interact(
                () -> robot.lookup(query).queryAllAs(Labeled.class).forEach(label -> texts.add(label.getText())));
        return texts;
    }

    @Test
    void settingsHaveNamesAndUnits(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        show();
        await(() -> functions(robot).size() == 8);
        robot.clickOn("#results-verdict-why");
        await(() -> texts(robot, "#results-trial-facts .label").contains("8"));
        assertThat(texts(robot, "#results-settings .label"))
                .doesNotContain("ciWidth")
                .containsSequence("Duration", "10 s");
        Region inspector = robot.lookup("#results-inspector").queryAs(Region.class);
        // Beside the charts, not over them, once the next frame is laid out.
        await(() -> leftOf(inspector) >= rightOf(tabs(robot)));
        robot.interact(() -> screen.view().getScene().getWindow().setWidth(900));
        Region names = robot.lookup("#results-tabs .tab-header-area").queryAs(Region.class);
        await(() -> leftOf(inspector) < rightOf(tabs(robot)) && topOf(inspector) >= bottomOf(names));
        robot.push(KeyCode.ESCAPE);
        await(() -> !inspector.isVisible());
    }

    private static double topOf(Region shown) {
        return shown.localToScene(shown.getLayoutBounds()).getMinY();
    }

    private static double bottomOf(Region shown) {
        return shown.localToScene(shown.getLayoutBounds()).getMaxY();
    }

    private static double leftOf(Region shown) {
        return shown.localToScene(shown.getLayoutBounds()).getMinX();
    }

    private static double rightOf(Region shown) {
        return shown.localToScene(shown.getLayoutBounds()).getMaxX();
    }

    @Test
    void rowsOfATableAreCopied(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        show();
        await(() -> functions(robot).size() == 8);
        robot.clickOn("#results-tab-table");
        robot.clickOn("#results-table .table-row-cell");
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        await(() -> !desktop.copied().isEmpty());
        assertThat(desktop.copied().get(0))
                .startsWith("#\tState\t")
                .contains("Mbit/s")
                .hasLineCount(2);
    }

    @Test
    void axisIsMadeLogarithmicInTheContextMenu(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleSweeps.memory());
        show();
        robot.clickOn("#results-tab-factor");
        await(() -> model.currentChart().get() instanceof FactorData);
        openContextMenu(robot);
        robot.clickOn("#chart-log-axis");
        await(() -> model.currentChart().get() instanceof LogarithmicChart);
        openContextMenu(robot);
        robot.clickOn("#chart-log-axis");
        await(() -> model.currentChart().get() instanceof FactorData);
    }

    /** As a right click does, for which the toolkit of the tests has no event. */
    private static void openContextMenu(FxRobot robot) {
        robot.interact(() -> {
            Node chart = robot.lookup("#chart-factor .chart-pane").query();
            Bounds at = chart.localToScreen(chart.getLayoutBounds());
            chart.fireEvent(new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, at.getCenterX(), at.getCenterY(), false, null));
        });
    }

    @Test
    void chartOfASingleValueSaysWhatItTakes(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        show();
        await(() -> functions(robot).size() == 8);
        robot.clickOn("#results-tab-factor");
        await(() -> texts(robot, "#chart-factor .chart-missing").stream()
                .anyMatch(text -> text.startsWith("This chart takes at least two values")));
    }

    @Test
    void reasonOfFailedRunIsShown(FxRobot robot) throws Exception {
        store.save(ResultSamples.row(
                "20261123-104210-x", "iperf3", RunStatus.FAILED, SampleRuns.STARTED, "iperf3 is not installed."));
        show();
        await(() -> text(robot, "#results-verdict-sentence").equals("iperf3 is not installed."));
        assertThat(robot.lookup("#results-verdict").query().getStyleClass()).contains("problem-notice");
    }

    @Test
    void listStaysInPlaceWhateverHappens(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        SampleRuns.save(store, SampleSweeps.concurrency());
        store.save(ResultSamples.row(
                "20261123-104210-x", "iperf3", RunStatus.FAILED, SampleRuns.STARTED, "iperf3 is not installed."));
        show();
        ListView<RunRow> list = robot.lookup("#results-runs").queryListView();
        await(() -> list.getItems().size() == 3);
        double listTop = top(list);
        double tabsTop = top(tabs(robot));
        for (int run = 0; run < 3; run++) {
            int index = run;
            robot.interact(() -> list.getSelectionModel().clearAndSelect(index));
            WaitForAsyncUtils.waitForFxEvents(20);
            assertThat(top(list)).isEqualTo(listTop);
            assertThat(top(tabs(robot))).isEqualTo(tabsTop);
        }
        robot.clickOn("#results-label");
        robot.interact(() -> robot.lookup("#results-label-cancel").queryButton().fire());
        robot.clickOn("#results-export").clickOn("#results-export-csv");
        await(() -> !dialogs.toasts().isEmpty());
        assertThat(top(list)).isEqualTo(listTop);
        assertThat(top(tabs(robot))).isEqualTo(tabsTop);
    }

    private static double top(Node node) {
        return node.localToScreen(0, 0).getY();
    }

    @Test
    void lockedStoreIsShownAndCanBeRetried(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        locked = true;
        show();
        await(() -> robot.lookup("#results-again").query().isVisible());
        assertThat(robot.lookup("#results-problem .sentence")
                        .queryAs(Labeled.class)
                        .getText())
                .isEqualTo("Another instance has the runs open.");
        locked = false;
        robot.clickOn("#results-again");
        ListView<RunRow> list = robot.lookup("#results-runs").queryListView();
        await(() -> list.getItems().size() == 1);
    }

    private RunStore openStore() throws StoreException {
        if (locked) {
            throw ResultSamples.locked();
        }
        return store;
    }

    private void show() {
        Platform.runLater(screen::shown);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aClickOnTheTimelineGivesItTheKeys(FxRobot robot) throws Exception {
        SampleRuns.save(store, SampleRuns.withFailures());
        show();
        await(() -> functions(robot).size() > 1);
        await(() -> !robot.lookup("#results-loading").query().isVisible());

        robot.clickOn("#chart-timeline");

        assertThat(robot.lookup("#chart-timeline").query().isFocused()).isTrue();
    }

    @Test
    void rowsOfLongValuesLieBelowEachOther(FxRobot robot) throws Exception {
        for (RunData data : List.of(SampleRuns.withFailures(), SampleRuns.sharedHost())) {
            RunRow run = RunRowBuilder.like(data.run())
                    .environment(Map.of(
                            "iperf3Command",
                            data.run().id() + " /usr/bin/iperf3 -c 127.0.0.1 -p 42787 -t 10 -P 1 -i 0.100".repeat(4),
                            "os",
                            "Linux of " + data.run().id()))
                    .row();
            SampleRuns.save(store, new RunData(run, data.trials(), data.functions(), data.intervals()));
        }
        show();
        ListView<RunRow> list = robot.lookup("#results-runs").queryListView();
        await(() -> list.getItems().size() == 2);
        robot.interact(() -> list.getSelectionModel().selectAll());
        robot.clickOn("#results-compare");
        await(() -> robot.lookup("#results-compare-view").query().isVisible());

        GridPane facts = robot.lookup("#results-compare-settings").queryAs(GridPane.class);
        await(() -> facts.getChildren().stream().anyMatch(Text.class::isInstance));
        for (Node cell : facts.getChildren()) {
            for (Node below : facts.getChildren()) {
                if (GridPane.getRowIndex(cell) < GridPane.getRowIndex(below)) {
                    assertThat(cell.getBoundsInParent().getMaxY())
                            .as("end of %s above %s", cell, below)
                            .isLessThanOrEqualTo(below.getBoundsInParent().getMinY() + 1);
                }
            }
        }
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        // On the window's thread, because the scene changes meanwhile; and until nothing more changes.
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<FunctionRow> functions(FxRobot robot) {
        List<TableView<FunctionRow>> found = new ArrayList<>();
        // On the window's thread: the scene may change meanwhile.
        robot.interact(() -> found.add(
                (TableView<FunctionRow>) tab(robot, "results-tab-table").getContent()));
        return found.get(0).getItems();
    }

    private static Tab tab(FxRobot robot, String id) {
        return tabs(robot).getTabs().stream()
                .filter(tab -> id.equals(tab.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static TabPane tabs(FxRobot robot) {
        return robot.lookup("#results-tabs").queryAs(TabPane.class);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }
}
