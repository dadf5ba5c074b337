package org.faasnetlab.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.chart.timeline.TimelineChart;
import org.faasnetlab.chart.timeline.TimelineReading;
import org.faasnetlab.chart.timeline.TimelineReading.Value;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.WindowFont;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * A line through all plots of a timeline at the pointer, and beside it the time and the value of each line. The line
 * nearest to the pointer is marked, and its name is bold.
 */
final class Crosshair {
    private static final double SIZE = 12;
    private static final double ROW = 16;
    private static final double PADDING = 8;
    private static final double SWATCH = 12;
    private static final double GAP = 12;
    /** More functions are summarized, apart from the nearest. */
    private static final int MAX_ROWS = 10;
    /** Further away, the pointer is on no line. */
    private static final double MAX_DISTANCE = 12;

    private static final Font PLAIN = WindowFont.of(FontWeight.NORMAL, SIZE);
    private static final Font BOLD = WindowFont.of(FontWeight.BOLD, SIZE);

    private final Texts texts = Texts.of(Crosshair.class);
    private final ChartSurface surface;
    private final TimelineChart chart;
    private final Markers markers;
    private double x = Double.NaN;
    private double y;
    private double selectionX = Double.NaN;
    private List<Row> rows = List.of();

    /** A row of the readout; without colour it is a heading. */
    private record Row(@Nullable Color color, String name, String value, boolean nearest) {
        String text() {
            return value.isEmpty() ? name : name + " " + value;
        }
    }

    /** A value with its place in the chart. */
    private record Located(Value value, double pixelY) {}

    Crosshair(ChartSurface surface, TimelineChart chart, Markers markers) {
        this.surface = surface;
        this.chart = chart;
        this.markers = markers;
    }

    List<String> readout() {
        return rows.stream().map(Row::text).toList();
    }

    void show(double pointerX, double pointerY) {
        x = pointerX;
        y = pointerY;
        selectionX = Double.NaN;
        refresh();
    }

    /** Shades the part of the time between the places where a drag began and where it is now. */
    void showSelection(double fromX, double toX) {
        selectionX = fromX;
        x = toX;
        refresh();
    }

    void hide() {
        x = Double.NaN;
        selectionX = Double.NaN;
        refresh();
    }

    /** Draws again, after the chart or the pointer has changed. */
    void refresh() {
        GraphicsContext canvas = surface.overlay();
        canvas.clearRect(0, 0, surface.getWidth(), surface.getHeight());
        rows = List.of();
        int plots = surface.plotInfo().getSubplotCount();
        if (plots == 0) {
            return;
        }
        Rectangle2D top = area(0);
        double top0 = top.getMinY();
        double bottom = area(plots - 1).getMaxY();
        markers.draw(canvas, top, bottom);
        if (Double.isNaN(x)) {
            return;
        }
        if (!Double.isNaN(selectionX)) {
            double from = clamp(Math.min(selectionX, x), top);
            double to = clamp(Math.max(selectionX, x), top);
            canvas.setFill(color(chart.theme().accent(), 0.18));
            canvas.fillRect(from, top0, to - from, bottom - top0);
        } else if (x < top.getMinX() || x > top.getMaxX() || y < top0 || y > bottom) {
            return;
        }
        double at = clamp(x, top);
        canvas.setStroke(color(chart.theme().muted(), 0.9));
        canvas.setLineWidth(1);
        canvas.strokeLine(Math.floor(at) + 0.5, top0, Math.floor(at) + 0.5, bottom);
        TimelineReading reading = chart.read(chart.time().java2DToValue(at, top, RectangleEdge.BOTTOM));
        rows = rows(reading, at, canvas);
        drawReadout(canvas, at, top);
    }

    private List<Row> rows(TimelineReading reading, double at, GraphicsContext canvas) {
        List<Located> functions = located(reading.functions(), TimelineChart.FUNCTIONS_PLOT);
        List<Located> aggregate = located(reading.aggregate(), TimelineChart.AGGREGATE_PLOT);
        List<Located> latency = located(reading.latency(), TimelineChart.LATENCY_PLOT);
        List<Located> all = new ArrayList<>(functions);
        all.addAll(aggregate);
        all.addAll(latency);
        Located nearest = all.stream()
                .filter(each -> Math.abs(each.pixelY() - y) <= MAX_DISTANCE)
                .min(Comparator.comparingDouble(each -> Math.abs(each.pixelY() - y)))
                .orElse(null);
        all.stream()
                .filter(each -> Double.isFinite(each.pixelY()))
                .forEach(each -> mark(canvas, at, each, each == nearest));
        List<Row> shown = new ArrayList<>();
        shown.add(new Row(null, String.format(Locale.ROOT, "%.2f s", reading.second()), "", false));
        aggregate.forEach(each -> shown.add(row(each, nearest, chart.aggregateUnit())));
        if (functions.size() <= MAX_ROWS) {
            functions.forEach(each -> shown.add(row(each, nearest, chart.functionsUnit())));
        } else {
            double low = functions.stream()
                    .mapToDouble(each -> each.value().bitsPerSecond())
                    .min()
                    .orElse(0);
            double high = functions.stream()
                    .mapToDouble(each -> each.value().bitsPerSecond())
                    .max()
                    .orElse(0);
            shown.add(new Row(
                    null,
                    texts.get("crosshair.functions", functions.size() + ""),
                    texts.get("crosshair.range", rate(low, chart.functionsUnit()), rate(high, chart.functionsUnit())),
                    false));
            if (nearest != null && functions.contains(nearest)) {
                shown.add(row(nearest, nearest, chart.functionsUnit()));
            }
        }
        latency.forEach(each -> shown.add(new Row(
                color(each.value().color(), 1),
                each.value().name(),
                String.format(Locale.ROOT, "%.2f ms", each.value().bitsPerSecond()),
                each == nearest)));
        return shown;
    }

    private static Row row(Located located, @Nullable Located nearest, BandwidthUnit unit) {
        return new Row(
                color(located.value().color(), 1),
                located.value().name(),
                rate(located.value().bitsPerSecond(), unit),
                located == nearest);
    }

    private static String rate(double bitsPerSecond, BandwidthUnit unit) {
        return unit.text(new Bandwidth(bitsPerSecond));
    }

    /** Values of a plot that is not drawn have no place. */
    private List<Located> located(List<Value> values, int plot) {
        int drawn = chart.positionOf(plot);
        if (drawn < 0 || drawn >= surface.plotInfo().getSubplotCount()) {
            return values.stream().map(value -> new Located(value, Double.NaN)).toList();
        }
        Rectangle2D area = area(drawn);
        return values.stream()
                .map(value -> new Located(
                        value,
                        chart.plots()
                                .get(plot)
                                .getRangeAxis()
                                .valueToJava2D(value.bitsPerSecond(), area, RectangleEdge.LEFT)))
                .toList();
    }

    private void mark(GraphicsContext canvas, double at, Located located, boolean nearest) {
        double radius = nearest ? 4.5 : 2.5;
        canvas.setFill(color(located.value().color(), 1));
        canvas.fillOval(at - radius, located.pixelY() - radius, 2 * radius, 2 * radius);
    }

    private void drawReadout(GraphicsContext canvas, double at, Rectangle2D top) {
        double width = 0;
        for (Row row : rows) {
            width = Math.max(width, widthOf(row.text(), font(row)) + (row.color() == null ? 0 : SWATCH));
        }
        width += 2 * PADDING;
        double height = rows.size() * ROW + 2 * PADDING;
        double left = at + GAP + width <= surface.getWidth() ? at + GAP : at - GAP - width;
        double upper = Math.min(Math.max(4, y - height / 2), Math.max(4, surface.getHeight() - height - 4));
        ChartTheme theme = chart.theme();
        canvas.setFill(color(theme.background(), 0.94));
        canvas.fillRoundRect(left, upper, width, height, 8, 8);
        canvas.setStroke(color(theme.muted(), 0.7));
        canvas.strokeRoundRect(left + 0.5, upper + 0.5, width - 1, height - 1, 8, 8);
        canvas.setTextBaseline(VPos.CENTER);
        double middle = upper + PADDING + ROW / 2;
        for (Row row : rows) {
            double textX = left + PADDING;
            if (row.color() != null) {
                canvas.setFill(row.color());
                canvas.fillOval(textX, middle - 4, 8, 8);
                textX += SWATCH;
            }
            canvas.setFont(font(row));
            canvas.setFill(color(theme.text(), 1));
            canvas.fillText(row.text(), textX, middle);
            middle += ROW;
        }
    }

    private Font font(Row row) {
        return row.nearest() || row == rows.get(0) ? BOLD : PLAIN;
    }

    private static double widthOf(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    private Rectangle2D area(int plot) {
        return surface.plotInfo().getSubplotInfo(plot).getDataArea();
    }

    private static double clamp(double x, Rectangle2D area) {
        return Math.min(Math.max(x, area.getMinX()), area.getMaxX());
    }

    private static Color color(java.awt.Color color, double opacity) {
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }
}
