package org.faasnetlab.ui.chart;

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
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.PlotRenderingInfo;

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
