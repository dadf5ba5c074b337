package org.faasnetlab.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.faasnetlab.chart.comparison.SeparateRuns;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.testing.chart.SampleCharts;
import org.faasnetlab.testing.ui.FakeChartExports;
import org.faasnetlab.testing.ui.FakeDesktop;
import org.faasnetlab.testing.ui.FakeDialogs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Charts are read with the mouse, by a screen reader, and from their menus. */
@ExtendWith(ApplicationExtension.class)
class ChartViewTest {
    @TempDir
    Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private final SimpleObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final SimpleObjectProperty<BandwidthUnit> unit = new SimpleObjectProperty<>(BandwidthUnit.AUTOMATIC);
    private FakeDesktop desktop;
    private ChartView view;

    @Start
    void start(Stage stage) {
        desktop = new FakeDesktop(folder, "none");
        view = new ChartView(theme, unit, FakeChartExports.of(desktop, dialogs));
        stage.setMinHeight(0);
        stage.setMaximized(false);
        stage.setScene(new Scene(new StackPane(view), 800, 600));
        stage.show();
    }

    private void show(FxRobot robot, ChartData data) {
        robot.interact(() -> view.show(data));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What is read with the pointer at a place of a plot, in the coordinates of its axes. */
    private List<String> read(FxRobot robot, int plot, double x, double y) {
        robot.moveTo(view.localToScreen(view.place(plot, x, y)));
        WaitForAsyncUtils.waitForFxEvents();
        return view.readout();
    }

    @Test
    void comparedRunsAreReadAtTheTimeOfThePointer(FxRobot robot) {
        show(robot, SampleCharts.comparison());
        List<String> read = read(robot, 0, 5, 150e6);
        assertThat(read.get(0)).matches("[45]\\.[09]\\d s");
        assertThat(read.subList(1, 3)).containsExactly("monday 100 Mbit/s", "tuesday 200 Mbit/s");

        robot.interact(() -> unit.set(BandwidthUnit.MEGABYTE));
        assertThat(read(robot, 0, 5, 150e6)).endsWith("monday 12.5 MB/s", "tuesday 25.0 MB/s");

        robot.moveTo(view.localToScreen(new Point2D(3, 3)));
        assertThat(view.readout()).isEmpty();
    }

    @Test
    void separateRunsAreReadInAnyOfTheirPlots(FxRobot robot) {
        show(robot, new SeparateRuns(SampleCharts.comparison()));
        assertThat(read(robot, 1, 5, 150e6)).endsWith("monday 100 Mbit/s", "tuesday 200 Mbit/s");
    }

    @Test
    void distributionIsRead(FxRobot robot) {
        show(robot, SampleCharts.distribution());
        assertThat(read(robot, 0, 2.5e8, 0.2)).contains("128 MB", "median: 250 Mbit/s", "4 functions");
        assertThat(read(robot, 1, 3.5e8, 40)).contains("128 MB 75 % of 4");
    }

    @Test
    void chartsByFactorAreRead(FxRobot robot) {
        show(robot, SampleCharts.byFactor(FactorData.Style.LINES));
        assertThat(read(robot, 0, 512, 5e8)).contains("memory, MB: 512", "median: 500 Mbit/s", "3 trials");
        assertThat(read(robot, 0, 400, 1e8)).isEmpty();

        show(robot, SampleCharts.byFactor(FactorData.Style.BARS));
        assertThat(read(robot, 0, 1, 1e8)).contains("memory, MB: 256", "per function, median: 0.300 Gbit/s");
    }

    @Test
    void responseTimesAreRead(FxRobot robot) {
        show(robot, SampleCharts.response());
        assertThat(read(robot, 0, 2, 10)).contains("concurrent functions: 2", "response time: 10.00 s");
    }

    @Test
    void startTimesAreRead(FxRobot robot) {
        show(robot, SampleCharts.gantt());
        assertThat(read(robot, 0, 3, 1))
                .containsExactly(
                        "function 1", "started: 1.00 s after T0", "failed: 6.00 s after T0", "transferred for 5.00 s");
        assertThat(read(robot, 1, 3, 1)).endsWith("running functions 2");
    }

    @Test
    void anotherMetricIsReadOverTime(FxRobot robot) {
        show(robot, SampleCharts.metric());
        assertThat(read(robot, 0, 5, 2)).endsWith("Probe RTT 4.0 ms");
    }

    @Test
    void aChartWithoutReadableValuesShowsNone(FxRobot robot) {
        show(robot, SampleCharts.comparison());
        read(robot, 0, 5, 150e6);

        robot.interact(() -> view.show(null));

        assertThat(view.readout()).isEmpty();
    }

    @Test
    void lineIsHighlightedByAClickOnItOrOnItsEntryInTheLegend(FxRobot robot) {
        show(robot, SampleCharts.comparison());
        robot.clickOn(view.localToScreen(view.place(0, 5, 200e6)));
        assertThat(view.highlighted()).containsExactly(1);

        robot.clickOn(view.localToScreen(view.legendPlace(0)));
        assertThat(view.highlighted()).containsExactlyInAnyOrder(0, 1);

        robot.clickOn(view.localToScreen(view.legendPlace(1)));
        assertThat(view.highlighted()).containsExactly(0);

        openMenu(robot).clickOn("#chart-reset");
        assertThat(view.highlighted()).isEmpty();
    }

    @Test
    void lineIsHiddenWithCtrlAndShownAgainByItsEntryInTheLegend(FxRobot robot) {
        show(robot, SampleCharts.comparison());
        clickWithCtrl(robot, view.place(0, 5, 100e6));
        assertThat(read(robot, 0, 5, 150e6)).hasSize(2).endsWith("tuesday 200 Mbit/s");

        // The last line stays.
        clickWithCtrl(robot, view.legendPlace(1));
        assertThat(read(robot, 0, 5, 150e6)).hasSize(2);

        clickWithCtrl(robot, view.legendPlace(0));
        assertThat(read(robot, 0, 5, 150e6)).hasSize(3);
    }

    @Test
    void groupIsHighlightedAndHiddenByItsRow(FxRobot robot) {
        show(robot, SampleCharts.distribution());
        robot.clickOn(view.localToScreen(new Point2D(40, view.place(0, 2e8, 1).getY())));
        assertThat(view.highlighted()).containsExactly(1);

        clickWithCtrl(robot, new Point2D(40, view.place(0, 2e8, 1).getY()));
        assertThat(view.highlighted()).isEmpty();
        assertThat(read(robot, 1, 2.5e8, 40)).contains("128 MB 50 % of 4").noneMatch(line -> line.contains("512"));
    }

    @Test
    void hiddenLinesAreInNoSavedTableAndComeBackWithAnotherChart(FxRobot robot) {
        show(robot, SampleCharts.comparison());
        openMenu(robot).clickOn("#chart-lines").clickOn("#chart-line-0");
        openMenu(robot).clickOn("#chart-copy-data");
        assertThat(desktop.copied().get(0)).contains("tuesday").doesNotContain("monday");

        show(robot, SampleCharts.distribution());
        show(robot, SampleCharts.comparison());
        assertThat(read(robot, 0, 5, 150e6)).hasSize(3);
    }

    @Test
    void chartOfASingleLineHasNothingToHighlight(FxRobot robot) {
        show(robot, SampleCharts.metric());
        robot.clickOn(view.localToScreen(view.place(0, 5, 4)));
        assertThat(view.highlighted()).isEmpty();
        openMenu(robot);
        assertThat(robot.lookup("#chart-lines").match(Node::isVisible).queryAll())
                .isEmpty();
    }

    private void clickWithCtrl(FxRobot robot, Point2D place) {
        robot.press(KeyCode.CONTROL);
        robot.clickOn(view.localToScreen(place));
        robot.release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void plotsHaveTheRoomOfATitleThatIsBesideTheChart(FxRobot robot) {
        show(robot, SampleCharts.comparison());
        double with = view.place(0, 5, 0).getY() - view.place(0, 5, 200e6).getY();

        robot.interact(() -> view.setHeading(head -> ChartHeading.badgeOnly(head.simulated())));
        show(robot, SampleCharts.comparison());

        assertThat(view.place(0, 5, 0).getY() - view.place(0, 5, 200e6).getY()).isGreaterThan(with + 20);
        assertThat(view.lookup(".chart-pane").getAccessibleText()).startsWith("A run");
    }

    @Test
    void screenReadersGetASummary(FxRobot robot) {
        show(robot, SampleCharts.gantt());
        Node chart = view.lookup(".chart-pane");
        assertThat(chart.getAccessibleRole()).isEqualTo(AccessibleRole.IMAGE_VIEW);
        assertThat(chart.getAccessibleText()).contains("2 functions started 0.00 to 1.00 s after T0");

        robot.interact(() -> view.show(null));
        assertThat(chart.getAccessibleText()).isNull();
    }

    @Test
    void everyChartIsCopiedAndSavedFromItsMenu(FxRobot robot) throws Exception {
        for (ChartData data : List.of(
                SampleCharts.comparison(),
                SampleCharts.distribution(),
                SampleCharts.byFactor(FactorData.Style.LINES),
                SampleCharts.byFactor(FactorData.Style.BARS),
                SampleCharts.response(),
                SampleCharts.gantt(),
                SampleCharts.metric())) {
            show(robot, data);
            int before = desktop.copied().size();
            openMenu(robot).clickOn("#chart-copy-image");
            openMenu(robot).clickOn("#chart-copy-data");
            openMenu(robot).clickOn("#chart-save");
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(desktop.copied().get(before)).startsWith("image of");
            assertThat(desktop.copied().get(before + 1))
                    .startsWith(String.join("\t", data.table().columns()));
            assertThat(Files.deleteIfExists(folder.resolve("chart.png"))).isTrue();
        }
    }

    @Test
    void logarithmicAxisIsOfferedWhereItMakesSense(FxRobot robot) {
        SimpleBooleanProperty on = new SimpleBooleanProperty();
        robot.interact(() -> view.offerLogAxis(on, () -> true));
        show(robot, SampleCharts.comparison());

        openMenu(robot).clickOn("#chart-log-axis");
        assertThat(on.get()).isTrue();

        show(robot, SampleCharts.gantt());
        openMenu(robot);
        assertThat(robot.lookup("#chart-log-axis").match(Node::isVisible).queryAll())
                .isEmpty();
    }

    private FxRobot openMenu(FxRobot robot) {
        Node chart = view.lookup(".chart-pane");
        robot.interact(() -> Event.fireEvent(
                chart, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 400, 300, false, null)));
        return robot;
    }
}
