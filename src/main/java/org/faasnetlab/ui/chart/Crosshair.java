package org.faasnetlab.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartReading;
import org.faasnetlab.chart.plot.ChartReader;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.ui.common.WindowFont;
import org.jspecify.annotations.Nullable;

/**
 * What is read from a chart at the pointer: a line through all plots and beside it the value of each line, where the one
 * nearest to the pointer is marked and its name bold; or an outline around the point, bar or box at the pointer and what
 * is known of it.
 */
final class Crosshair {
    private static final double SIZE = 12;
    private static final double ROW = 16;
    private static final double PADDING = 8;
    private static final double SWATCH = 12;
    private static final double GAP = 12;
    private static final double MARGIN = 4;
    /** Points and thin bars get an outline at least this far from their middle. */
    private static final double MIN_OUTLINE = 6;

    private static final Font PLAIN = WindowFont.of(FontWeight.NORMAL, SIZE);
    private static final Font BOLD = WindowFont.of(FontWeight.BOLD, SIZE);

    private final ChartSurface surface;
    private final Supplier<ChartMarks> marks;
    private final Supplier<ChartTheme> theme;
    private final @Nullable Markers markers;
    private double x = Double.NaN;
    private double y;
    private double selectionX = Double.NaN;
    private @Nullable ChartReading reading;

    /** A row of the readout; without colour there is no dot before it. */
    private record Row(@Nullable Color color, String name, String value, boolean bold) {
        Font font() {
            return bold ? BOLD : PLAIN;
        }

        double width() {
            double gap = name.isEmpty() || value.isEmpty() ? 0 : GAP;
            return (color == null ? 0 : SWATCH) + widthOf(name, font()) + gap + widthOf(value, font());
        }
    }

    /** @param markers drawn below it; null if the chart has none */
    Crosshair(ChartSurface surface, Supplier<ChartMarks> marks, Supplier<ChartTheme> theme, @Nullable Markers markers) {
        this.surface = surface;
        this.marks = marks;
        this.theme = theme;
        this.markers = markers;
    }

    List<String> readout() {
        return reading == null ? List.of() : reading.lines();
    }

    /** The number of the function whose line is at the pointer, or null. */
    @Nullable
    Integer functionAtPointer() {
        return reading == null ? null : reading.nearestFunction();
    }

    /** The name of the line, point, bar or box at the pointer; empty if there is none. */
    String nameAtPointer() {
        return reading == null ? "" : reading.nearestName();
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
        reading = null;
        ChartReader reader = surface.reader();
        Rectangle2D plots = reader.area();
        if (plots.isEmpty()) {
            return;
        }
        if (markers != null) {
            markers.draw(canvas, plots);
        }
        if (Double.isNaN(x)) {
            return;
        }
        double at = x;
        double height = y;
        if (!Double.isNaN(selectionX)) {
            at = clamp(x, plots);
            height = Math.min(Math.max(y, plots.getMinY()), plots.getMaxY());
            double from = clamp(selectionX, plots);
            canvas.setFill(color(theme.get().accent(), 0.18));
            canvas.fillRect(Math.min(from, at), plots.getMinY(), Math.abs(at - from), plots.getHeight());
        }
        ChartReading read = reader.read(marks.get(), at, height);
        reading = read;
        if (read != null) {
            if (read.across()) {
                drawLine(canvas, at, plots, read);
            }
            drawOutline(canvas, read);
            drawReadout(canvas, at, read);
        }
    }

    private void drawLine(GraphicsContext canvas, double at, Rectangle2D plots, ChartReading read) {
        double line = Math.floor(at) + 0.5;
        canvas.setStroke(color(theme.get().muted(), 0.9));
        canvas.setLineWidth(1);
        canvas.strokeLine(line, plots.getMinY(), line, plots.getMaxY());
        for (ChartReading.Value value : read.values()) {
            if (value.color() != null && Double.isFinite(value.y())) {
                double radius = value.nearest() ? 4.5 : 2.5;
                canvas.setFill(color(value.color(), 1));
                canvas.fillOval(at - radius, value.y() - radius, 2 * radius, 2 * radius);
            }
        }
    }

    private void drawOutline(GraphicsContext canvas, ChartReading read) {
        ChartReading.Outline outline = read.outline();
        if (outline == null) {
            return;
        }
        Rectangle2D area = outline.area();
        double halfWidth = Math.max(MIN_OUTLINE, area.getWidth() / 2 + 2);
        double halfHeight = Math.max(MIN_OUTLINE, area.getHeight() / 2 + 2);
        canvas.setStroke(color(theme.get().text(), 1));
        canvas.setLineWidth(1.5);
        canvas.strokeRoundRect(
                area.getCenterX() - halfWidth,
                area.getCenterY() - halfHeight,
                2 * halfWidth,
                2 * halfHeight,
                2 * MIN_OUTLINE,
                2 * MIN_OUTLINE);
    }

    /** The heading, and below it as many columns as the height of the chart takes. */
    private void drawReadout(GraphicsContext canvas, double at, ChartReading read) {
        Row heading =
                new Row(read.outline() == null ? null : color(read.outline().color(), 1), read.heading(), "", true);
        int top = read.heading().isEmpty() ? 0 : 1;
        List<Row> values = rows(read);
        int room = Math.max(1, (int) ((surface.getHeight() - 2 * MARGIN - 2 * PADDING) / ROW) - top);
        int columns = Math.max(1, (values.size() + room - 1) / room);
        int perColumn = (values.size() + columns - 1) / columns;
        double column = values.stream().mapToDouble(Row::width).max().orElse(0);
        double width = Math.max(top == 0 ? 0 : heading.width(), columns * column + (columns - 1) * GAP) + 2 * PADDING;
        double height = (top + perColumn) * ROW + 2 * PADDING;
        double left = at + GAP + width <= surface.getWidth() ? at + GAP : Math.max(0, at - GAP - width);
        double upper =
                Math.min(Math.max(MARGIN, y - height / 2), Math.max(MARGIN, surface.getHeight() - height - MARGIN));
        canvas.setFill(color(theme.get().background(), 0.94));
        canvas.fillRoundRect(left, upper, width, height, 8, 8);
        canvas.setStroke(color(theme.get().muted(), 0.7));
        canvas.setLineWidth(1);
        canvas.strokeRoundRect(left + 0.5, upper + 0.5, width - 1, height - 1, 8, 8);
        canvas.setTextBaseline(VPos.CENTER);
        double first = upper + PADDING + ROW / 2;
        if (top > 0) {
            drawRow(canvas, heading, left + PADDING, first, heading.width());
        }
        for (int row = 0; row < values.size(); row++) {
            int inColumn = row / perColumn;
            drawRow(
                    canvas,
                    values.get(row),
                    left + PADDING + inColumn * (column + GAP),
                    first + (top + row % perColumn) * ROW,
                    column);
        }
    }

    private static List<Row> rows(ChartReading read) {
        return read.values().stream()
                .map(value -> new Row(
                        value.color() == null ? null : color(value.color(), 1),
                        value.name(),
                        value.text(),
                        value.nearest()))
                .toList();
    }

    /** The value ends at the right end of the row, so that the digits of all rows are below each other. */
    private void drawRow(GraphicsContext canvas, Row row, double left, double middle, double width) {
        double textX = left;
        if (row.color() != null) {
            canvas.setFill(row.color());
            canvas.fillOval(textX, middle - 4, 8, 8);
            textX += SWATCH;
        }
        canvas.setFont(row.font());
        canvas.setFill(color(theme.get().text(), 1));
        canvas.fillText(row.name(), textX, middle);
        canvas.fillText(row.value(), left + width - widthOf(row.value(), row.font()), middle);
    }

    private static double widthOf(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    private static double clamp(double x, Rectangle2D area) {
        return Math.min(Math.max(x, area.getMinX()), area.getMaxX());
    }

    private static Color color(java.awt.Color color, double opacity) {
        return Color.rgb(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }
}
