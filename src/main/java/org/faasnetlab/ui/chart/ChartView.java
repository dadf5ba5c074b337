package org.faasnetlab.ui.chart;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.theme.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.ChartViewer;
import org.jspecify.annotations.Nullable;

/** Shows a static chart, drawn as in an exported image. */
public final class ChartView extends StackPane {
    private final ObservableValue<ChartTheme> theme;
    private @Nullable ChartViewer viewer;
    private @Nullable ChartData shown;

    public ChartView(ObservableValue<ChartTheme> theme) {
        this.theme = theme;
        getStyleClass().add("chart-pane");
        setMinSize(0, 0);
        theme.addListener((property, before, now) -> draw());
    }

    /** The chart theme that matches the window's theme: charts do not use stylesheets. */
    public static ObservableValue<ChartTheme> theme(ObservableValue<Boolean> dark) {
        return dark.map(on -> on ? ChartTheme.DARK : ChartTheme.LIGHT);
    }

    /** Shows this chart in place of the previous one; null clears the view. */
    public void show(@Nullable ChartData chart) {
        shown = chart;
        draw();
    }

    private void draw() {
        if (shown == null) {
            getChildren().clear();
            return;
        }
        JFreeChart chart = shown.draw(theme.getValue());
        if (viewer == null) {
            viewer = viewer(chart);
        } else {
            viewer.setChart(chart);
        }
        getChildren().setAll(viewer);
    }

    static ChartViewer viewer(JFreeChart chart) {
        ChartViewer viewer = new ChartViewer(chart, false);
        // The viewer's own menu exports with libraries and dialogs that this program does not use.
        viewer.setOnContextMenuRequested(null);
        ChartCanvas canvas = viewer.getCanvas();
        canvas.setTooltipEnabled(false);
        canvas.setRangeZoomable(false);
        canvas.setDomainZoomable(false);
        // FXGraphics2D skips setting a font that it set before, even if restoring the canvas has reset it.
        canvas.getGraphicsContext2D()
                .setFont(Font.font(
                        ChartTheme.smallFont().getFamily(),
                        ChartTheme.smallFont().getSize()));
        return viewer;
    }
}
