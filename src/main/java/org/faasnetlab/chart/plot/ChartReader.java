package org.faasnetlab.chart.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartReading;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/**
 * Reads a drawn chart at a place in pixels. A point, a bar or a box at the place is read by itself; elsewhere all lines are
 * read.
 */
public final class ChartReader {
    /** Further away, the place is on no line, point or bar. */
    private static final double REACH = 12;

    /** Points are drawn as large as this. */
    private static final double POINT_RADIUS = 4;

    private final List<XYPlot> plots;
    private final List<Rectangle2D> areas;
    private final ValueAxis horizontal;

    /** @param drawn where the chart was drawn last */
    public ChartReader(JFreeChart chart, PlotRenderingInfo drawn) {
        XYPlot plot = chart.getXYPlot();
        boolean several = plot instanceof CombinedDomainXYPlot;
        plots = several ? ((CombinedDomainXYPlot) plot).getSubplots() : List.of(plot);
        areas = several
                ? IntStream.range(0, drawn.getSubplotCount())
                        .mapToObj(number -> drawn.getSubplotInfo(number).getDataArea())
                        .toList()
                : List.of(drawn.getDataArea());
        horizontal = plot.getDomainAxis();
    }

    /** From the left end of all plots to the right end, and from the top of the first to the bottom of the last. */
    public Rectangle2D area() {
        if (areas.isEmpty()) {
            return new Rectangle2D.Double();
        }
        Rectangle2D area = new Rectangle2D.Double();
        area.setRect(areas.get(0));
        area.add(areas.get(areas.size() - 1));
        return area;
    }

    /** What is read at a place; null where nothing is. */
    public @Nullable ChartReading read(ChartMarks marks, double x, double y) {
        Rectangle2D area = area();
        if (area.isEmpty() || x < area.getMinX() || x > area.getMaxX() || y < area.getMinY() || y > area.getMaxY()) {
            return null;
        }
        ChartReading box = box(marks, x, y);
        return box != null ? box : lines(marks, x, y);
    }

    private @Nullable ChartReading box(ChartMarks marks, double x, double y) {
        ChartMark.Box nearest = null;
        double least = REACH;
        for (ChartMark.Box box : marks.boxes()) {
            if (isDrawn(box)) {
                Rectangle2D place = place(box);
                double distance = distance(place, x, y) - (box.isPoint() ? POINT_RADIUS : 0);
                // What is drawn later lies on top.
                if (Math.max(0, distance) <= least) {
                    least = Math.max(0, distance);
                    nearest = box;
                }
            }
        }
        return nearest == null
                ? null
                : new ChartReading(
                        nearest.name(),
                        false,
                        nearest.facts().stream().map(ChartReading.Value::fact).toList(),
                        new ChartReading.Outline(place(nearest), nearest.color()));
    }

    /** The value of a line at a place, and how high it is drawn; not a number if it is not drawn. */
    private record LineValue(ChartMark.Line line, double value, double pixelY) {
        double distance(double y) {
            return Math.abs(pixelY - y);
        }
    }

    private @Nullable ChartReading lines(ChartMarks marks, double x, double y) {
        if (marks.lines().isEmpty()) {
            return null;
        }
        double place = horizontal.java2DToValue(x, areas.get(0), RectangleEdge.BOTTOM);
        List<LineValue> lines = new ArrayList<>();
        int nearest = -1;
        for (ChartMark.Line line : marks.lines()) {
            double value = line.valueAt(place);
            if (Double.isFinite(value)) {
                LineValue read = new LineValue(line, value, pixelY(line, value));
                if (read.distance(y) <= REACH
                        && (nearest < 0 || read.distance(y) < lines.get(nearest).distance(y))) {
                    nearest = lines.size();
                }
                lines.add(read);
            }
        }
        List<ChartReading.Value> values = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            LineValue read = lines.get(number);
            values.add(new ChartReading.Value(
                    read.line().name(),
                    read.line().text().apply(read.value()),
                    read.line().color(),
                    read.pixelY(),
                    number == nearest,
                    read.line().function()));
        }
        return new ChartReading(marks.place().apply(place), true, values, null);
    }

    /** The number of the row at a place, in its plot or left of it where its name is; null if there is none. */
    public @Nullable Integer row(double x, double y) {
        for (int plot = 0; plot < areas.size(); plot++) {
            Rectangle2D area = areas.get(plot);
            if (plots.get(plot).getRangeAxis() instanceof TickAxis rows
                    && x <= area.getMaxX()
                    && y >= area.getMinY()
                    && y <= area.getMaxY()) {
                return (int) Math.round(rows.java2DToValue(y, area, RectangleEdge.LEFT));
            }
        }
        return null;
    }

    private boolean isDrawn(ChartMark mark) {
        return mark.plot() >= 0 && mark.plot() < Math.min(plots.size(), areas.size());
    }

    /** Not a number for a line that is not drawn. */
    private double pixelY(ChartMark.Line line, double value) {
        return isDrawn(line) ? place(line.plot(), line.axis(), 0, value).getY() : Double.NaN;
    }

    /** The place in pixels of a point in the coordinates of a plot's axes. */
    public Point2D place(int plot, int axis, double x, double y) {
        Rectangle2D area = areas.get(plot);
        return new Point2D.Double(
                horizontal.valueToJava2D(x, area, RectangleEdge.BOTTOM),
                plots.get(plot).getRangeAxis(axis).valueToJava2D(y, area, RectangleEdge.LEFT));
    }

    private Rectangle2D place(ChartMark.Box box) {
        Rectangle2D place = new Rectangle2D.Double();
        place.setFrameFromDiagonal(
                place(box.plot(), box.axis(), box.x().getLowerBound(), box.y().getLowerBound()),
                place(box.plot(), box.axis(), box.x().getUpperBound(), box.y().getUpperBound()));
        return place;
    }

    private static double distance(Rectangle2D place, double x, double y) {
        double across = Math.max(0, Math.max(place.getMinX() - x, x - place.getMaxX()));
        double along = Math.max(0, Math.max(place.getMinY() - y, y - place.getMaxY()));
        return Math.hypot(across, along);
    }
}
