package org.faasnetlab.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.faasnetlab.chart.timeline.TimelineChart;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.ui.common.WindowFont;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * Two markers in time, A and B, through all plots of a timeline; between them, the time, the bytes that all functions
 * transferred, and their mean rate.
 */
final class Markers {
    /** The markers. */
    enum Marker {
        A,
        B
    }

    /** So near to a marker, in pixels, the mouse takes hold of it. */
    private static final double REACH = 5;

    private static final double FLAG = 16;
    private static final double ROW = 16;
    private static final double PADDING = 6;
    private static final Font FONT = WindowFont.of(FontWeight.BOLD, 12);

    private final ChartSurface surface;
    private final TimelineChart chart;
    private final double[] seconds = {Double.NaN, Double.NaN};

    Markers(ChartSurface surface, TimelineChart chart) {
        this.surface = surface;
        this.chart = chart;
    }

    void place(Marker marker, double second) {
        seconds[marker.ordinal()] = second;
    }

    void clear() {
        seconds[0] = Double.NaN;
        seconds[1] = Double.NaN;
    }

    /** The place of a marker in seconds after T0; not a number if it is not set. */
    double second(Marker marker) {
        return seconds[marker.ordinal()];
    }

    /** The marker at a place in the pane, or null. */
    @Nullable
    Marker at(double x) {
        for (Marker marker : Marker.values()) {
            if (isSet(marker) && Math.abs(pixel(marker) - x) <= REACH) {
                return marker;
            }
        }
        return null;
    }

    /** What lies between the markers: the time, then the bytes and the mean rate; empty unless both are set. */
    List<String> measurement() {
        if (!isSet(Marker.A) || !isSet(Marker.B) || seconds[0] == seconds[1]) {
            return List.of();
        }
        double from = Math.min(seconds[0], seconds[1]);
        double to = Math.max(seconds[0], seconds[1]);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "\u0394t %.3f s", to - from));
        for (TimelineChart.Transfer transfer : chart.transferBetween(from, to)) {
            Bandwidth mean = new Bandwidth(transfer.bytes() * 8 / (to - from));
            lines.add(chart.theme()
                    .text(Phrase.of(
                            "{0}: {1}, mean {2}",
                            transfer.name(),
                            new DataSize((long) transfer.bytes()),
                            chart.aggregateUnit().text(mean))));
        }
        return lines;
    }

    /** @param plots the area of all of them */
    void draw(GraphicsContext canvas, Rectangle2D plots) {
        for (Marker marker : Marker.values()) {
            double at = isSet(marker) ? pixel(marker) : Double.NaN;
            if (at >= plots.getMinX() && at <= plots.getMaxX()) {
                drawMarker(canvas, marker, at, plots.getMinY(), plots.getMaxY());
            }
        }
        drawMeasurement(canvas, plots);
    }

    private void drawMarker(GraphicsContext canvas, Marker marker, double at, double top, double bottom) {
        Color color = ChartSurface.color(chart.theme().text());
        double line = Math.floor(at) + 0.5;
        canvas.setStroke(color);
        canvas.setLineWidth(1.5);
        canvas.strokeLine(line, top, line, bottom);
        canvas.setFill(color);
        canvas.fillRoundRect(line - FLAG / 2, top - 2, FLAG, FLAG, 4, 4);
        canvas.setFill(ChartSurface.color(chart.theme().background()));
        canvas.setFont(FONT);
        canvas.setTextAlign(TextAlignment.CENTER);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.fillText(marker.name(), line, top - 2 + FLAG / 2);
        canvas.setTextAlign(TextAlignment.LEFT);
    }

    private void drawMeasurement(GraphicsContext canvas, Rectangle2D plots) {
        List<String> lines = measurement();
        if (lines.isEmpty()) {
            return;
        }
        double width = lines.stream().mapToDouble(Markers::widthOf).max().orElse(0) + 2 * PADDING;
        double height = lines.size() * ROW + 2 * PADDING;
        double middle = (pixel(Marker.A) + pixel(Marker.B)) / 2;
        double left = Math.min(Math.max(middle - width / 2, plots.getMinX()), plots.getMaxX() - width);
        double upper = plots.getMinY() + FLAG + 2;
        canvas.setFill(ChartSurface.color(chart.theme().background()).deriveColor(0, 1, 1, 0.92));
        canvas.fillRoundRect(left, upper, width, height, 8, 8);
        canvas.setStroke(ChartSurface.color(chart.theme().muted()));
        canvas.setLineWidth(1);
        canvas.strokeRoundRect(left + 0.5, upper + 0.5, width - 1, height - 1, 8, 8);
        canvas.setFill(ChartSurface.color(chart.theme().text()));
        canvas.setFont(FONT);
        canvas.setTextBaseline(VPos.CENTER);
        for (int row = 0; row < lines.size(); row++) {
            canvas.fillText(lines.get(row), left + PADDING, upper + PADDING + (row + 0.5) * ROW);
        }
    }

    private boolean isSet(Marker marker) {
        return !Double.isNaN(second(marker));
    }

    private double pixel(Marker marker) {
        Rectangle2D area = surface.plotInfo().getSubplotCount() == 0
                ? new Rectangle2D.Double()
                : surface.plotInfo().getSubplotInfo(0).getDataArea();
        return chart.time().valueToJava2D(second(marker), area, RectangleEdge.BOTTOM);
    }

    private static double widthOf(String text) {
        Text measured = new Text(text);
        measured.setFont(FONT);
        return measured.getLayoutBounds().getWidth();
    }
}
