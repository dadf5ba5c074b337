package org.faasnetlab.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.faasnetlab.chart.comparison.ComparisonData;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.distribution.DistributionData;
import org.faasnetlab.chart.factor.FactorData;
import org.faasnetlab.chart.gantt.GanttData;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.testing.chart.SampleCharts;
import org.faasnetlab.testing.ui.FakeChartExports;
import org.faasnetlab.ui.chart.ChartExports;
import org.faasnetlab.ui.chart.ChartView;
import org.faasnetlab.ui.chart.LineColours;
import org.faasnetlab.ui.chart.TimelinePane;
import org.faasnetlab.workload.Metrics;

/**
 * Moves the pointer over each kind of chart, once in each frame, and prints what a move costs the JavaFX thread and the
 * thread that renders, beyond a frame without a move.
 */
public final class PointerScene {
    private static final int FRAMES = 300;

    private final SimpleObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final SimpleObjectProperty<BandwidthUnit> unit = new SimpleObjectProperty<>(BandwidthUnit.AUTOMATIC);
    private final ChartExports exports = FakeChartExports.in(Path.of("target"));
    private final StackPane root = new StackPane();

    private PointerScene() {}

    public static void main(String[] arguments) throws Exception {
        new PointerScene().measure();
        System.exit(0);
    }

    /** Processor time of both threads for each frame. */
    private record Cost(double fx, double rendering) {}

    private void measure() throws Exception {
        Platform.startup(() -> {});
        FxThread.call(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(root, 1200, 800));
            stage.show();
            return null;
        });
        for (Map.Entry<String, Node> chart : FxThread.call(this::charts).entrySet()) {
            FxThread.call(() -> root.getChildren().setAll(chart.getValue()));
            TimeUnit.MILLISECONDS.sleep(500);
            Node pane = chart.getValue().lookup(".chart-pane");
            // Warm: the first round also compiles.
            frames(pane, true);
            Cost still = frames(pane, false);
            Cost moving = frames(pane, true);
            FxThread.print(chart.getKey() + ", JavaFX thread", moving.fx() - still.fx());
            FxThread.print(chart.getKey() + ", rendering", moving.rendering() - still.rendering());
        }
    }

    private Map<String, Node> charts() {
        LineColours colours = new LineColours(FXCollections.observableSet(), () -> false, theme);
        TimelinePane timeline = new TimelinePane(colours, theme, unit, exports);
        timeline.show(SampleCharts.timeline(20, true));
        Map<String, Node> charts = new LinkedHashMap<>();
        charts.put("timeline of 20 functions", timeline);
        charts.put("comparison of 20 runs", view(comparison()));
        charts.put("distribution of 20 cells with 1,000 values each", view(distribution()));
        charts.put("start times of 1,000 functions", view(gantt()));
        charts.put("by factor", view(SampleCharts.byFactor(FactorData.Style.BARS)));
        charts.put("response times", view(SampleCharts.response()));
        return charts;
    }

    private ChartView view(ChartData data) {
        ChartView view = new ChartView(theme, unit, exports);
        view.show(data);
        return view;
    }

    private static ComparisonData comparison() {
        ComparisonData two = SampleCharts.comparison();
        return new ComparisonData(
                two.head(),
                IntStream.range(0, 20)
                        .mapToObj(run -> new ComparisonData.Line(
                                Phrase.verbatim("run " + run),
                                two.lines().get(run % 2).curve()))
                        .toList());
    }

    private static DistributionData distribution() {
        Random random = new Random(1);
        return new DistributionData(
                SampleCharts.distribution().head(),
                Metrics.BANDWIDTH,
                IntStream.range(0, 20)
                        .mapToObj(cell -> DistributionData.Group.of(
                                Phrase.verbatim("cell " + cell),
                                random.doubles(1000, 1e8, 1e9).sorted().toArray()))
                        .toList(),
                List.of());
    }

    private static GanttData gantt() {
        GanttData two = SampleCharts.gantt();
        return new GanttData(
                two.head(),
                two.endSecond(),
                IntStream.range(0, 1000)
                        .mapToObj(function ->
                                new GanttData.Bar(function, function / 1000.0, 10, FunctionRow.End.FINISHED))
                        .toList(),
                two.running());
    }

    private static Cost frames(Node pane, boolean moving) throws Exception {
        CompletableFuture<Cost> cost = new CompletableFuture<>();
        FxThread.call(() -> {
            new AnimationTimer() {
                private int frame;
                private long fx;
                private long rendering;

                @Override
                public void handle(long now) {
                    if (frame == 0) {
                        fx = FxThread.nanos();
                        rendering = FxThread.renderingNanos();
                    }
                    if (frame++ == FRAMES) {
                        stop();
                        cost.complete(new Cost(
                                (FxThread.nanos() - fx) / 1e6 / FRAMES,
                                (FxThread.renderingNanos() - rendering) / 1e6 / FRAMES));
                    } else if (moving) {
                        move(pane, 100 + 3 * frame, 150 + frame);
                    }
                }
            }.start();
            return null;
        });
        return cost.get(2, TimeUnit.MINUTES);
    }

    private static void move(Node pane, double x, double y) {
        Event.fireEvent(
                pane,
                new MouseEvent(
                        MouseEvent.MOUSE_MOVED,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }
}
