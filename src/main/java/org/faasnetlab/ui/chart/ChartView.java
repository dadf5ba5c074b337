package org.faasnetlab.ui.chart;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.plot.ChartSummary;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.ui.common.DomainTexts;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** Shows a static chart, drawn as in an exported image. */
public final class ChartView extends StackPane {
    private final ObservableValue<ChartTheme> chartTheme;
    private final ObjectProperty<BandwidthUnit> unit;
    private final ChartMenu menu;
    private final StackPane frame = new StackPane();
    private final Label missing = new Label();
    private @Nullable ChartSurface surface;
    private @Nullable Crosshair crosshair;
    private @Nullable ChartData shown;
    private ChartMarks marks = ChartMarks.NONE;

    /** @param unit of bandwidth, in which the chart is also saved */
    public ChartView(ObservableValue<ChartTheme> chartTheme, ObjectProperty<BandwidthUnit> unit, ChartExports exports) {
        this.chartTheme = chartTheme;
        this.unit = unit;
        frame.getStyleClass().add("chart-pane");
        missing.getStyleClass().add("chart-missing");
        missing.setWrapText(true);
        frame.setFocusTraversable(true);
        frame.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        frame.setOnMousePressed(event -> frame.requestFocus());
        getChildren().add(frame);
        setMinSize(0, 0);
        chartTheme.addListener((property, before, now) -> draw());
        unit.addListener((property, before, now) -> draw());
        menu = new ChartMenu(frame, () -> shown, unit, exports, new FullSize(this, frame));
        menu.install(frame);
        frame.setOnMouseMoved(event -> {
            if (crosshair != null) {
                crosshair.show(event.getX(), event.getY());
            }
        });
        frame.setOnMouseExited(event -> {
            if (crosshair != null) {
                crosshair.hide();
            }
        });
    }

    /** The readout at the pointer, line by line; empty where nothing can be read. */
    public List<String> readout() {
        return crosshair == null ? List.of() : crosshair.readout();
    }

    /** The place in this view of a point of a plot, in the coordinates of its axes. */
    Point2D place(int plot, double x, double y) {
        java.awt.geom.Point2D place =
                Objects.requireNonNull(surface, "no chart").reader().place(plot, 0, x, y);
        return new Point2D(place.getX(), place.getY());
    }

    /**
     * Offers logarithmic axes in the context menu, for charts for which they make sense.
     *
     * @param on changed by the menu; whoever shows the charts draws them accordingly
     * @param applies whether it is about the chart that is shown
     */
    public void offerLogAxis(BooleanProperty on, BooleanSupplier applies) {
        menu.withChoice(
                "log-axis", "menu.logAxis", on, () -> shown != null && shown.allowsLogAxis() && applies.getAsBoolean());
    }

    /** The chart theme that matches the window's theme: charts do not use stylesheets. */
    public static ObservableValue<ChartTheme> theme(ObservableValue<Boolean> dark) {
        DomainTexts texts = new DomainTexts();
        return dark.map(on -> (on ? ChartTheme.DARK : ChartTheme.LIGHT).in(texts));
    }

    /** Sets what stands in place of a chart that has too few values to be drawn. */
    public void setMissing(String text) {
        missing.setText(text);
    }

    /** Shows this chart in place of the previous one; null clears the view. */
    public void show(@Nullable ChartData chart) {
        shown = chart;
        draw();
    }

    private void draw() {
        marks = ChartMarks.NONE;
        if (crosshair != null) {
            // What was read belongs to the chart before.
            crosshair.hide();
        }
        if (shown == null) {
            frame.getChildren().clear();
            frame.setAccessibleText(null);
            return;
        }
        if (!shown.isDrawable()) {
            frame.getChildren().setAll(missing);
            frame.setAccessibleText(missing.getText());
            return;
        }
        ChartTheme theme = chartTheme.getValue();
        JFreeChart chart = shown.draw(theme, unit.getValue());
        marks = shown.marks(theme, unit.getValue());
        frame.setAccessibleText(ChartSummary.of(shown, chart, theme, unit.getValue()));
        if (surface == null) {
            surface = new ChartSurface(chart);
            crosshair = new Crosshair(surface, () -> marks, chartTheme::getValue, null);
        } else {
            surface.setChart(chart);
        }
        frame.getChildren().setAll(surface);
    }
}
