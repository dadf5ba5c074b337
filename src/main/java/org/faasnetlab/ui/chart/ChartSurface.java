package org.faasnetlab.ui.chart;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.FontWeight;
import org.faasnetlab.chart.plot.ChartReader;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.ui.common.WindowFont;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.LegendItemEntity;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jspecify.annotations.Nullable;

/**
 * A drawn chart, and above it a second canvas for what follows the pointer, so that moving the pointer does not draw the
 * chart again. Takes no mouse events itself.
 */
final class ChartSurface extends Region {
    private final ChartCanvas canvas;
    private final Canvas overlay = new Canvas();

    ChartSurface(JFreeChart chart) {
        canvas = new ChartCanvas(chart);
        canvas.setMouseTransparent(true);
        canvas.setTooltipEnabled(false);
        overlay.setMouseTransparent(true);
        // FXGraphics2D skips setting a font that it set before, even if restoring the canvas has reset it.
        canvas.getGraphicsContext2D()
                .setFont(WindowFont.of(FontWeight.NORMAL, ChartTheme.smallFont().getSize()));
        getChildren().addAll(canvas, overlay);
        setMinSize(0, 0);
    }

    static Color color(java.awt.Color color) {
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
    }

    void setChart(JFreeChart chart) {
        canvas.setChart(chart);
    }

    void draw() {
        canvas.draw();
    }

    GraphicsContext overlay() {
        return overlay.getGraphicsContext2D();
    }

    /** Reads the chart as it was drawn last. */
    ChartReader reader() {
        return new ChartReader(canvas.getChart(), plotInfo());
    }

    /** Where the plots were drawn last; without plots until the canvas has a size. */
    PlotRenderingInfo plotInfo() {
        ChartRenderingInfo drawn = canvas.getRenderingInfo();
        return (drawn == null ? new ChartRenderingInfo() : drawn).getPlotInfo();
    }

    /** The number of the line whose entry of the legend is at a place; null if there is none. */
    @Nullable
    Integer legendLine(double x, double y) {
        return legendEntries()
                .filter(entry -> entry.getArea().contains(x, y))
                .map(entry -> (Integer) entry.getSeriesKey())
                .findFirst()
                .orElse(null);
    }

    /** The middle of a line's entry in the legend. */
    Point2D legendPlace(int line) {
        return legendEntries()
                .filter(entry -> entry.getSeriesKey().equals(line))
                .map(entry -> entry.getArea().getBounds2D())
                .map(area -> new Point2D(area.getCenterX(), area.getCenterY()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<LegendItemEntity> legendEntries() {
        ChartRenderingInfo drawn = canvas.getRenderingInfo();
        Collection<?> entities =
                drawn == null ? List.of() : drawn.getEntityCollection().getEntities();
        return entities.stream()
                .filter(entity -> entity instanceof LegendItemEntity entry && entry.getSeriesKey() instanceof Integer)
                .map(LegendItemEntity.class::cast);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        overlay.setWidth(getWidth());
        overlay.setHeight(getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 300;
    }
}
