package org.faasnetlab.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.chart.timeline.TrialCurves;
import org.faasnetlab.chart.timeline.TrialCurves.FunctionCurve;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.testing.ui.FakeChartExports;
import org.faasnetlab.testing.ui.FakeDesktop;
import org.faasnetlab.testing.ui.FakeDialogs;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.common.ThemeManager;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A timeline of ten seconds: function 0 has 5 Gbit/s in the first second and 600 Mbit/s then, function 1 has 400. */
@ExtendWith(ApplicationExtension.class)
class TimelinePaneTest {
    private static final int BINS = 100;

    @TempDir
    Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private final SimpleObjectProperty<BandwidthUnit> unit = new SimpleObjectProperty<>(BandwidthUnit.AUTOMATIC);
    private FakeDesktop desktop;
    private TimelinePane timeline;
    private ChartPane pane;
    private LineColours colours;

    @Start
    void start(Stage stage) {
        desktop = new FakeDesktop(folder, "none");
        SimpleObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
        colours = new LineColours(FXCollections.observableSet(), () -> false, theme);
        timeline = new TimelinePane(colours, theme, unit, FakeChartExports.of(desktop, dialogs));
        // Tests share the primary stage, and the window's tests gave it a minimum height.
        stage.setMinHeight(0);
        stage.setMaximized(false);
        stage.setScene(new Scene(new StackPane(timeline), 900, 650));
        new ThemeManager(Theme.LIGHT).applyTo(stage.getScene());
        stage.show();
        timeline.show(data(10));
        pane = (ChartPane) timeline.lookup("#chart-timeline");
    }

    @Test
    void diagonalDragSelectsTimeAndScalesBandwidthFromZero(FxRobot robot) {
        drag(robot, 2, 0.1, 4, 0.9);

        assertTime(2, 4);
        assertThat(bandwidth(0).getLowerBound()).isZero();
        assertThat(bandwidth(0).getUpperBound()).isBetween(600e6, 800e6);
        assertThat(bandwidth(1).getLowerBound()).isZero();
        assertThat(bandwidth(1).getUpperBound()).isBetween(1_000e6, 1_500e6);
    }

    @Test
    void fullRangeResetsBothAxes(FxRobot robot) {
        Range before = bandwidth(0);
        drag(robot, 2, 0.1, 4, 0.9);

        robot.clickOn("#chart-whole");

        assertTime(0, 10);
        assertThat(bandwidth(0)).isEqualTo(before);
        assertThat(before.getUpperBound()).isGreaterThan(5e9);
    }

    @Test
    void nothingOfTheTrialBeforeIsSeenUntilTheNextIsDrawn(FxRobot robot) {
        Node drawn = pane.getChildrenUnmodifiable().stream()
                .filter(ChartSurface.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(drawn.isVisible()).isTrue();

        robot.interact(() -> {
            timeline.clear();
            timeline.show(data(5));
            assertThat(drawn.isVisible()).isFalse();
        });

        WaitForAsyncUtils.waitForFxEvents();
        assertThat(drawn.isVisible()).isTrue();
    }

    @Test
    void axesOfAnotherTrialDoNotDependOnEarlierZoom(FxRobot robot) {
        drag(robot, 2, 0.1, 4, 0.9);

        robot.interact(() -> {
            timeline.reset();
            timeline.show(data(20));
        });

        assertTime(0, 20);
        assertThat(bandwidth(0).getUpperBound()).isGreaterThan(5e9);
    }

    @Test
    void wheelUpZoomsInAroundPointer(FxRobot robot) {
        wheel(robot, 8, 40, false);

        double length = time().getLength();
        assertThat(length).isLessThan(10);
        assertThat((8 - time().getLowerBound()) / length).isCloseTo(0.8, within(0.01));

        wheel(robot, 8, -40, false);
        assertTime(0, 10);
    }

    @Test
    void shiftWheelAndMiddleDragMoveAlongTime(FxRobot robot) {
        drag(robot, 2, 0.5, 4, 0.5);

        wheel(robot, 3, -40, true);
        assertTime(2.2, 4.2);

        robot.moveTo(point(3, 0.5))
                .press(MouseButton.MIDDLE)
                .moveTo(point(2.5, 0.5))
                .release(MouseButton.MIDDLE);
        assertTime(2.7, 4.7);
    }

    @Test
    void keysZoomMoveAndGoBack(FxRobot robot) {
        robot.interact(() -> pane.requestFocus());
        robot.type(KeyCode.ADD);
        assertTime(1.667, 8.333);
        robot.type(KeyCode.RIGHT);
        assertTime(3, 9.667);
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertTime(0, 10);
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertTime(3, 9.667);
        robot.type(KeyCode.DIGIT0);
        assertTime(0, 10);
    }

    @Test
    void historyGoesBackAndForward(FxRobot robot) {
        drag(robot, 2, 0.5, 8, 0.5);
        drag(robot, 4, 0.5, 6, 0.5);

        robot.clickOn("#chart-back");
        assertTime(2, 8);
        robot.clickOn("#chart-back");
        assertTime(0, 10);
        robot.clickOn("#chart-forward");
        assertTime(2, 8);
    }

    @Test
    void crosshairReadsTimeAndValueOfEachLine(FxRobot robot) {
        robot.moveTo(point(0.55, 0.5));
        assertReadAt(0.55);
        assertThat(values())
                .containsExactly("all functions 5.40 Gbit/s", "function 0 5.00 Gbit/s", "function 1 0.400 Gbit/s");

        robot.interact(() -> unit.set(BandwidthUnit.MEGABIT));
        robot.moveTo(point(5.05, 0.5));
        assertReadAt(5.05);
        assertThat(values())
                .containsExactly("all functions 1,000 Mbit/s", "function 0 600 Mbit/s", "function 1 400 Mbit/s");

        robot.moveTo("#chart-whole");
        assertThat(pane.readout()).isEmpty();
    }

    @Test
    void valuesOfTwentyFunctionsAreReadInColumns(FxRobot robot) {
        List<FunctionCurve> lines = IntStream.range(0, 20)
                .mapToObj(number -> new FunctionCurve(number, curve(10, 0, x -> 1e8 * (number + 1))))
                .toList();
        robot.interact(() -> timeline.show(TimelineData.live(
                ChartHeading.badgeOnly(false),
                10,
                false,
                new TrialCurves(curve(10, 0, x -> 210e8), BandCurves.NONE, lines),
                List.of())));

        robot.moveTo(point(5, 0.5));

        assertThat(values())
                .hasSize(21)
                .startsWith("all functions 21.0 Gbit/s", "function 0 0.100 Gbit/s")
                .endsWith("function 19 2.00 Gbit/s");
    }

    @Test
    void clickOnALineHighlightsItAndWithCtrlHidesIt(FxRobot robot) {
        robot.clickOn(point(5, 1 - 6e8 / bandwidth(0).getUpperBound()));
        assertThat(colours.highlighted()).containsExactly(0);
        assertTime(0, 10);

        robot.press(KeyCode.CONTROL).clickOn(point(8, 1 - 4e8 / bandwidth(0).getUpperBound()));
        robot.release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo(point(6, 0.5));
        assertThat(values()).containsExactly("all functions 1.00 Gbit/s", "function 0 0.600 Gbit/s");
    }

    @Test
    void markersMeasureTimeBytesAndMeanRate(FxRobot robot) {
        robot.interact(() -> pane.requestFocus());
        robot.moveTo(point(0.5, 0.5)).type(KeyCode.A);
        assertThat(pane.measurement()).isEmpty();
        robot.moveTo(point(3.5, 0.5)).type(KeyCode.B);

        // Half a second of 5.4 Gbit/s and 2.5 s of 1 Gbit/s are 5.2 Gbit in 3 s.
        assertMeasured(3.0, 650e6, 1.733);

        robot.drag(point(3.5, 0.5), MouseButton.PRIMARY).dropTo(point(1, 0.5));
        assertTime(0, 10);
        assertMeasured(0.5, 337.5e6, 5.4);

        openMenu(robot).clickOn("#chart-no-markers");
        assertThat(pane.measurement()).isEmpty();
    }

    private void assertMeasured(double seconds, double bytes, double gigabits) {
        List<String> lines = pane.measurement();
        assertThat(lines).hasSize(2);
        double time = Double.parseDouble(lines.get(0).replaceAll("[^0-9.]", ""));
        assertThat(time).isCloseTo(seconds, within(0.04));
        Matcher sums = Pattern.compile("all functions: ([0-9.]+) MB, mean ([0-9.]+) Gbit/s")
                .matcher(lines.get(1));
        assertThat(sums.matches()).as(lines.get(1)).isTrue();
        assertThat(Double.parseDouble(sums.group(1)) * 1e6).isCloseTo(bytes, within(0.05 * bytes));
        assertThat(Double.parseDouble(sums.group(2))).isCloseTo(gigabits, within(0.05 * gigabits));
    }

    @Test
    void screenReadersGetASummary() {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(pane.getAccessibleText())
                .isEqualTo("Timeline of 10.0 s: all functions together 1.44 Gbit/s on average, at most 5.40 Gbit/s."
                        + " function 0: 1.04 Gbit/s on average, at most 5.00 Gbit/s."
                        + " function 1: 0.400 Gbit/s on average, at most 0.400 Gbit/s."
                        + " Horizontal axis: Seconds since T0."
                        + " Vertical axis: Per function, Gbit/s; Aggregate, Gbit/s.");
    }

    @Test
    void plotsAreChosenByHeightUntilTheUserChooses(FxRobot robot) throws TimeoutException {
        awaitPlots(2);
        robot.interact(() -> timeline.getScene().getWindow().setHeight(440));
        awaitPlots(1);

        robot.clickOn("#chart-plots-AGGREGATE");
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo(point(5, 0.5));
        assertThat(values()).contains("all functions 1.00 Gbit/s");

        robot.clickOn("#chart-plots-BOTH");
        awaitPlots(2);
    }

    /** The layout follows the size of the window with the next frames. */
    private void awaitPlots(int count) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> pane.plotHeights().size() == count);
    }

    @Test
    void gapHasNoValue(FxRobot robot) {
        robot.interact(() -> timeline.show(new TimelineData(
                ChartHeading.badgeOnly(false),
                10,
                false,
                new TrialCurves(
                        Curve.EMPTY,
                        BandCurves.NONE,
                        List.of(new FunctionCurve(0, curve(10, 0, x -> x > 4 && x < 6 ? Double.NaN : 6e8)))),
                TrialCurves.EMPTY,
                Set.of(),
                null,
                List.of(),
                List.of())));

        robot.moveTo(point(5, 0.5));

        assertReadAt(5);
        assertThat(values()).isEmpty();
    }

    @Test
    void chartIsCopiedAndSaved(FxRobot robot) {
        openMenu(robot).clickOn("#chart-copy-data");
        assertThat(desktop.copied())
                .singleElement()
                .asString()
                .startsWith("line\tsecond\tbit_per_s\tvalid\nfunction 0\t");

        openMenu(robot).clickOn("#chart-copy-image");
        assertThat(desktop.copied().get(1)).startsWith("image of");

        openMenu(robot).clickOn("#chart-save");
        assertThat(Files.exists(folder.resolve("chart.png"))).isTrue();
        assertThat(dialogs.toasts()).hasSize(3);
    }

    @Test
    void unitAndLogarithmicAxisAreChosenInTheContextMenu(FxRobot robot) {
        // The toolkit of the tests opens no menus of menus.
        robot.interact(() -> timeline.menu().items().stream()
                .filter(item -> "chart-units".equals(item.getId()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> "chart-unit-MEGABYTE".equals(item.getId()))
                .forEach(MenuItem::fire));
        assertThat(unit.get()).isEqualTo(BandwidthUnit.MEGABYTE);

        openMenu(robot).clickOn("#chart-log-axis");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(bandwidth(0)).as("from 400 Mbit/s to 5 Gbit/s").isEqualTo(new Range(3.2e8, 6.25e9));
        openMenu(robot).clickOn("#chart-log-axis");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bandwidth(0).getLowerBound()).isZero();
    }

    @Test
    void fullSizeCoversTheWindowAndComesBack(FxRobot robot) {
        robot.interact(() -> timeline.setMaxHeight(300));
        WaitForAsyncUtils.waitForFxEvents();
        double before = pane.getHeight();
        robot.interact(() -> pane.requestFocus());

        robot.type(KeyCode.F11);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(pane.getHeight()).isGreaterThan(before + 100);
        assertThat(timeline.getChildren()).isEmpty();

        robot.type(KeyCode.ESCAPE);
        assertThat(timeline.getChildren()).hasSize(1);
    }

    /** A pixel is about 12 ms. */
    private void assertReadAt(double second) {
        String time = pane.readout().get(0);
        assertThat(time).endsWith(" s");
        assertThat(Double.parseDouble(time.substring(0, time.length() - 2))).isCloseTo(second, within(0.02));
    }

    private List<String> values() {
        return pane.readout().subList(1, pane.readout().size());
    }

    private FxRobot openMenu(FxRobot robot) {
        Point2D at = point(5, 0.5);
        robot.interact(() -> Event.fireEvent(
                pane,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, at.getX(), at.getY(), false, null)));
        return robot;
    }

    private void drag(FxRobot robot, double from, double fromHeight, double to, double toHeight) {
        robot.moveTo(point(from, fromHeight)).press(MouseButton.PRIMARY);
        robot.moveTo(point(to, toHeight)).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void wheel(FxRobot robot, double second, double turn, boolean shift) {
        Point2D at = pane.localToScene(pane.screenToLocal(point(second, 0.5)));
        robot.interact(() -> Event.fireEvent(
                pane,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        at.getX(),
                        at.getY(),
                        0,
                        0,
                        shift,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        turn,
                        0,
                        turn,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
    }

    /** A place on the screen at a time of the chart, and at a share of the height of the upper plot. */
    private Point2D point(double second, double height) {
        WaitForAsyncUtils.waitForFxEvents();
        Bounds area = pane.plotBounds();
        double x = area.getMinX() + (second - time().getLowerBound()) / time().getLength() * area.getWidth();
        return pane.localToScreen(x, area.getMinY() + height * area.getHeight());
    }

    private void assertTime(double from, double to) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(time().getLowerBound()).isCloseTo(from, within(0.05));
        assertThat(time().getUpperBound()).isCloseTo(to, within(0.05));
    }

    private Range time() {
        return pane.timeRange();
    }

    private Range bandwidth(int plot) {
        return pane.bandwidthRange(plot);
    }

    private static TimelineData data(double seconds) {
        Curve first = curve(seconds, 0, x -> x < 1 ? 5e9 : 6e8);
        Curve second = curve(seconds, 0, x -> 4e8);
        Curve sum = curve(seconds, 0, x -> x < 1 ? 5.4e9 : 1e9);
        return TimelineData.live(
                ChartHeading.badgeOnly(false),
                seconds,
                false,
                new TrialCurves(
                        sum, BandCurves.NONE, List.of(new FunctionCurve(0, first), new FunctionCurve(1, second))),
                List.of());
    }

    private static Curve curve(double seconds, double start, DoubleUnaryOperator rate) {
        double width = seconds / BINS;
        double[] x = IntStream.range(0, BINS)
                .mapToDouble(bin -> start + (bin + 0.5) * width)
                .toArray();
        return new Curve(
                x,
                IntStream.range(0, BINS)
                        .mapToDouble(bin -> rate.applyAsDouble(x[bin]))
                        .toArray());
    }
}
