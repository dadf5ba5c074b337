package org.faasnetlab.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntToDoubleFunction;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.ManualClock;
import org.faasnetlab.testing.ui.FakeChartExports;
import org.faasnetlab.testing.ui.FakeDesktop;
import org.faasnetlab.testing.ui.FakeDialogs;
import org.faasnetlab.testing.ui.ManualTicker;
import org.faasnetlab.testing.ui.RunScript;
import org.faasnetlab.testing.ui.ScriptedRun;
import org.faasnetlab.ui.chart.ChartPane;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.common.ThemeManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LiveScreenTest {
    private static final Color BLUE = Color.web("#0072B2");
    private static final Color PURPLE = Color.web("#B8558F");
    private static final Color DARK = Color.web("#44546A");
    private static final Color BLACK = Color.web("#1F2328");
    private static final Color VERMILLION = Color.web("#D55E00");

    private final ManualClock clock = new ManualClock(RunScript.T0.plusSeconds(5));
    private final LiveModel model = new LiveModel(clock);
    private final ManualTicker ticker = new ManualTicker();
    private final ScriptedRun run = new ScriptedRun();
    private final Navigation navigation = new Navigation();
    private Verdict verdict;
    private final List<String> openedRuns = new ArrayList<>();
    private final ThemeManager theme = new ThemeManager(Theme.LIGHT);
    private final FakeDesktop desktop = new FakeDesktop(Path.of("target"), "none");
    private LiveViewModel viewModel;

    @Start
    void start(Stage stage) {
        viewModel = new LiveViewModel(
                model,
                ticker,
                Runnable::run,
                Runnable::run,
                navigation,
                openedRuns::add,
                id -> Optional.ofNullable(verdict).map(known -> new LiveViewModel.Judgement(known, 0, List.of())),
                Clock.fixed(RunScript.T0, ZoneOffset.UTC));
        LiveScreen screen = new LiveScreen(viewModel, theme.dark(), FakeChartExports.of(desktop, new FakeDialogs()));
        stage.setScene(new Scene((Parent) screen.view(), 1200, 800));
        theme.applyTo(stage.getScene());
        // Tests share the primary stage, which keeps the size that another test gave it.
        stage.setMinHeight(0);
        stage.setMaximized(false);
        stage.setWidth(1200);
        stage.setHeight(800);
        stage.show();
    }

    @Test
    void withoutRunScreenLinksToExperiments(FxRobot robot) {
        robot.clickOn("#live-choose");
        assertThat(navigation.current().get()).isEqualTo(ScreenId.EXPERIMENT);
    }

    @Test
    void numbersAndChartsAreShownWhileFunctionsSend(FxRobot robot) {
        send(4, 20);
        assertThat(text(robot, "#live-title")).isEqualTo("Concurrent functions");
        assertThat(text(robot, "#live-subtitle"))
                .isEqualTo("trial 1 of 2 \u00b7 4 functions \u00b7 1769 MB \u00b7 download \u00b7 This computer");
        assertThat(text(robot, "#live-aggregate")).isEqualTo("2.00 Gbit/s");
        assertThat(text(robot, "#live-median")).isEqualTo("500 Mbit/s");
        assertThat(text(robot, "#live-functions")).isEqualTo("4");
        assertThat(text(robot, "#live-elapsed")).isEqualTo("measure \u00b7 2.0 of 10 s");
        assertThat(robot.lookup(".progress-bar").queryAs(ProgressBar.class).getProgress())
                .as("of the whole run")
                .isEqualTo(0.1);
        assertThat(table(robot).getItems()).hasSize(4);
        awaitDrawn(robot, "#chart-timeline", PURPLE, "the last line");
    }

    @Test
    void withoutATransferThereAreNoRates(FxRobot robot) {
        send(new RunScript(model.progress(), 2, 10, 1).withoutTransfer(), 2, 5, functionIndex -> 0);
        assertThat(robot.lookup("#live-functions").query().isVisible()).isTrue();
        assertThat(robot.lookup("#live-aggregate")
                        .query()
                        .getParent()
                        .getParent()
                        .isVisible())
                .isFalse();
        assertThat(robot.lookup("#live-median").query().getParent().getParent().isVisible())
                .isFalse();
        assertThat(table(robot).getVisibleLeafColumns())
                .extracting(TableColumn::getText)
                .doesNotContain("Mbit/s", "Gbit/s", "kbit/s", "bit/s");
    }

    @Test
    void stopCancelsRunImmediately(FxRobot robot) {
        send(2, 5);
        robot.clickOn("#live-stop");
        assertThat(run.cancels()).isEqualTo(1);
        assertThat(text(robot, "#live-stop")).isEqualTo("Cancelling\u2026");
        assertThat(robot.lookup("#live-stop").query().isDisabled()).isTrue();
    }

    @Test
    void clickedRowIsDrawnAsLineAboveTwentyFunctions(FxRobot robot) {
        send(25, 20);
        assertThat(viewModel.snapshot().get().curves().lines()).isEmpty();
        awaitDrawn(robot, "#chart-timeline", BLUE, "the median");
        assertThat(drawnWith(robot, "#chart-timeline", VERMILLION)).isFalse();
        robot.clickOn("#live-table .table-row-cell");
        tick();
        assertThat(viewModel.picked()).hasSize(1);
        assertThat(viewModel.snapshot().get().curves().lines()).hasSize(1);
        awaitDrawn(robot, "#chart-timeline", VERMILLION, "its line");
    }

    @Test
    void cellsKeepTheirNodesWhenNumbersChange(FxRobot robot) {
        RunScript script = send(4, 20);
        await(() -> cellNodes(robot).size() == 8, "a line and a badge in each of four rows");
        Set<Node> before = cellNodes(robot);

        script.finished(0, 0, 2100, 1_000_000);
        tick();
        await(() -> robot.lookup("#live-table .badge.finished").queryAll().size() == 1, "the new state");
        assertThat(cellNodes(robot)).isEqualTo(before);
    }

    private static Set<Node> cellNodes(FxRobot robot) {
        Set<Node> nodes = new HashSet<>(robot.lookup("#live-table .badge").queryAll());
        nodes.addAll(robot.lookup("#live-table .line-sample").queryAll());
        return nodes;
    }

    @Test
    void rowsAreCopiedAndTheMenuHighlightsNone(FxRobot robot) {
        send(2, 5);
        TableView<?> table = robot.lookup("#live-table").queryAs(TableView.class);
        assertThat(table.getAccessibleText()).isEqualTo("Functions");
        robot.rightClickOn("#live-table .table-row-cell");

        robot.interact(() -> table.getContextMenu().getItems().get(1).fire());

        assertThat(desktop.copied())
                .singleElement()
                .satisfies(copy ->
                        assertThat(copy.lines()).hasSize(3).first().asString().contains("Mbit/s"));
        assertThat(robot.lookup("#live-table .line-sample").queryAllAs(Line.class))
                .as("no line is highlighted")
                .allMatch(line -> line.getStrokeWidth() < 3);
    }

    @Test
    void eachDirectionIsDrawnAsSeparateLine(FxRobot robot) {
        RunScript script = new RunScript(model.progress(), 26, 10, 2).going(Direction.BOTH);
        send(script, 26, 20, functionIndex -> functionIndex % 2 == 0 ? 500 : 300);
        assertThat(viewModel.snapshot().get().directions()).hasSize(2);
        // A click by coordinates misses the button if it moves in the layout of the next frame.
        robot.interact(robot.lookup("#chart-plots-AGGREGATE").queryAs(ToggleButton.class)::fire);
        tick();
        awaitDrawn(robot, "#chart-timeline", DARK, "one direction");
        awaitDrawn(robot, "#chart-timeline", BLACK, "the other direction");
    }

    @Test
    void theUnitChangesEveryNumber(FxRobot robot) {
        send(4, 20);
        robot.interact(() -> viewModel.unit().set(BandwidthUnit.MEGABYTE));
        assertThat(text(robot, "#live-median")).isEqualTo("62.5 MB/s");
        assertThat(table(robot).getColumns().get(4).getText()).isEqualTo("MB/s");
    }

    @Test
    void zoomingByKeyboardStopsFollowingAndZeroFollowsAgain(FxRobot robot) {
        send(4, 20);
        robot.clickOn("#chart-timeline").type(KeyCode.ADD);
        assertThat(viewModel.follow().get()).isFalse();
        robot.type(KeyCode.DIGIT0);
        assertThat(viewModel.follow().get()).isTrue();
    }

    @Test
    void chartsFollowTheTheme(FxRobot robot) {
        send(4, 20);
        robot.interact(theme::toggle);
        awaitDrawn(robot, "#chart-timeline", Color.web("#0D1117"), "the dark background");
    }

    @Test
    void endShowsGroupedFailuresAndLinksToResults(FxRobot robot) {
        RunScript script = send(3, 20);
        script.failed(0, FailureReason.SERVER_BUSY, "The iperf3 server was busy.");
        script.failed(1, FailureReason.SERVER_BUSY, "The iperf3 server was busy.");
        script.endTrial()
                .endRun(RunStatus.PARTIAL, "2 of 3 functions failed; first failure: The iperf3 server was busy.");
        robot.interact(run::end);
        tick();
        assertThat(text(robot, "#live-outcome")).isEqualTo("Run completed, but some functions failed.");
        assertThat(text(robot, "#live-details"))
                .isEqualTo(
                        "2 \u00d7 server busy: The iperf3 server was busy. Another client uses the server: end it, or choose"
                                + " other ports in the settings of the testbed.");
        robot.clickOn("#live-open-results");
        assertThat(openedRuns).containsExactly("20261123-104210-k3f9");
    }

    @Test
    void requestedRunIsShownAsStarting(FxRobot robot) {
        robot.interact(() -> viewModel.setStarting(true));

        assertThat(robot.lookup("#live-preparing").query().getParent().isVisible())
                .isTrue();
        assertThat(robot.lookup("#live-choose").query().getParent().isVisible()).isFalse();
    }

    @Test
    void endHasTheVerdictOfResultsInItsColour(FxRobot robot) {
        verdict = new Verdict.LocalComputerBusy(1);
        RunScript script = send(3, 20);
        script.endTrial().endRun(RunStatus.COMPLETED, null);
        robot.interact(run::end);
        tick();

        assertThat(text(robot, "#live-details")).isEqualTo(verdict.sentence().toString());
        assertThat(robot.lookup("#live-status").query().getStyleClass())
                .contains("warning")
                .doesNotContain("success");
        assertThat(isDoubtful(robot, "#live-aggregate")).isTrue();
    }

    @Test
    void startsFarApartMakeNumbersDoubtful(FxRobot robot) {
        RunScript script = new RunScript(model.progress(), 2, 10, 1);
        script.startRun().startTrial(0);
        script.ready(0, true).started(0, 0).ready(1, true).started(1, 3_900);
        script.interval(0, 0, 500);
        Platform.runLater(() -> viewModel.watch(run, ResponseMode.STREAMED));
        tick();

        assertThat(isDoubtful(robot, "#live-spread")).isTrue();
        assertThat(isDoubtful(robot, "#live-functions")).isFalse();
        assertThat(text(robot, "#live-spread-note")).isEqualTo("above 500 ms: not concurrent");
    }

    @Test
    void phasesShowWhatTheRunWaitsFor(FxRobot robot) {
        RunScript script = new RunScript(model.progress(), 3, 10, 1).startRun();
        Platform.runLater(() -> viewModel.watch(run, ResponseMode.STREAMED));
        tick();
        double before = chartTop(robot);
        assertThat(phases(robot))
                .containsExactly("servers and links", "functions ready", "wait for T0", "measure", "save");

        script.startTrial(0).ready(0, true).ready(1, true);
        tick();
        assertThat(phases(robot))
                .containsExactly(
                        "\u2713 servers and links", "functions ready 2 of 3", "wait for T0", "measure", "save");

        script.ready(2, true);
        tick();
        clock.move(Duration.ofSeconds(3));
        tick();
        assertThat(phases(robot).get(2)).isEqualTo("wait for T0 \u00b7 3 s");

        script.started(0, 0).interval(0, 0, 500).started(1, 0).started(2, 0);
        tick();
        assertThat(phases(robot).subList(2, 5))
                .containsExactly("\u2713 wait for T0", "measure \u00b7 0.0 of 10 s", "save");

        script.endTrial().endRun(RunStatus.COMPLETED, null);
        robot.interact(run::end);
        tick();
        assertThat(chartTop(robot)).as("nothing moves").isEqualTo(before);
    }

    private static List<String> phases(FxRobot robot) {
        return robot.lookup(".phase").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static double chartTop(FxRobot robot) {
        return robot.lookup("#chart-timeline").query().localToScene(0, 0).getY();
    }

    @Test
    void clickHighlightsARowAndControlClickHidesIt(FxRobot robot) {
        send(4, 20);
        robot.clickOn(row(robot, 0));
        tick();
        awaitDrawn(robot, "#chart-timeline", BLUE, "BLUE");
        awaitNotDrawn(robot, "#chart-timeline", VERMILLION, "the pale line");

        robot.press(KeyCode.CONTROL).clickOn(row(robot, 0)).release(KeyCode.CONTROL);
        tick();
        awaitNotDrawn(robot, "#chart-timeline", BLUE, "the hidden line");
    }

    private static Node row(FxRobot robot, int index) {
        return robot.lookup("#live-table .table-row-cell").queryAllAs(TableRow.class).stream()
                .filter(row -> row.getIndex() == index)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void plotsAreAtLeast240PixelsHighInASmallWindow(FxRobot robot) throws TimeoutException {
        Platform.runLater(() -> {
            robot.lookup("#live-screen").query().getScene().getWindow().setWidth(948);
            robot.lookup("#live-screen").query().getScene().getWindow().setHeight(645);
        });
        send(16, 20);
        ChartPane pane = robot.lookup("#chart-timeline").queryAs(ChartPane.class);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> pane.plotHeights().size() == 1);
        assertThat(pane.plotHeights()).hasSize(1).allMatch(height -> height >= 240);

        robot.clickOn("#chart-plots-AGGREGATE");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(pane.plotHeights()).hasSize(1).allMatch(height -> height >= 240);
    }

    @Test
    void oneFunctionHasOnePlot(FxRobot robot) {
        send(1, 20);
        assertThat(robot.lookup("#chart-timeline").queryAs(ChartPane.class).plotHeights())
                .hasSize(1);
        assertThat(robot.lookup("#chart-plots").query().isVisible()).isFalse();
    }

    private static boolean isDoubtful(FxRobot robot, String value) {
        Node tile = robot.lookup(value).query().getParent().getParent();
        return tile.getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("doubtful"));
    }

    private RunScript send(int functions, int intervals) {
        return send(new RunScript(model.progress(), functions, 10, 2), functions, intervals);
    }

    private RunScript send(RunScript script, int functions, int intervals) {
        return send(script, functions, intervals, functionIndex -> 500);
    }

    /** @param megabits rate of a function in Mbit/s */
    private RunScript send(RunScript script, int functions, int intervals, IntToDoubleFunction megabits) {
        script.startRun().startTrial(0);
        for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
            script.ready(functionIndex, true).started(functionIndex, 0);
            for (int tenth = 0; tenth < intervals; tenth++) {
                script.interval(functionIndex, tenth * 100L, megabits.applyAsDouble(functionIndex));
            }
        }
        Platform.runLater(() -> viewModel.watch(run, ResponseMode.STREAMED));
        tick();
        return script;
    }

    private void tick() {
        Platform.runLater(ticker::tick);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static FunctionTable table(FxRobot robot) {
        return robot.lookup("#live-table").queryAs(FunctionTable.class);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    private static void awaitDrawn(FxRobot robot, String id, Color colour, String what) {
        await(() -> drawnWith(robot, id, colour), what + " is not drawn");
    }

    private static void awaitNotDrawn(FxRobot robot, String id, Color colour, String what) {
        await(() -> !drawnWith(robot, id, colour), what + " is still drawn");
    }

    /** Charts are drawn between frames, less often when the computer is busy. */
    private static void await(Callable<Boolean> condition, String otherwise) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        } catch (TimeoutException never) {
            throw new AssertionError(otherwise, never);
        }
    }

    /** Whether a chart contains at least a minimum number of pixels of a colour. */
    private static boolean drawnWith(FxRobot robot, String id, Color colour) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = robot.lookup(id).query().snapshot(null, null));
        int found = 0;
        for (int x = 0; x < image[0].getWidth(); x++) {
            for (int y = 0; y < image[0].getHeight(); y++) {
                Color at = image[0].getPixelReader().getColor(x, y);
                double distance = Math.abs(at.getRed() - colour.getRed())
                        + Math.abs(at.getGreen() - colour.getGreen())
                        + Math.abs(at.getBlue() - colour.getBlue());
                found += distance < 0.1 ? 1 : 0;
            }
        }
        return found > 40;
    }
}
