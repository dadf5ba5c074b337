package org.faasnetlab.chart.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.faasnetlab.chart.theme.ChartTheme;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Levels that data is read against, each as a dash-dotted line behind the data, with its label above it at the right. No
 * data is drawn in this form. The label of a level above the axis is at the top, with an arrow in place of the line.
 */
public final class LevelLines extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    private static final float SIZE = 11;
    private static final double SPACING = 14;
    private static final double PADDING = 3;
    private static final int HALO = 215;
    private static final String ABOVE = " \u2191";

    /**
     * A level.
     *
     * @param from where it begins on the axis of time; negative infinity for a level of all the time
     * @param to where it ends, or infinity
     */
    public record LevelLine(String label, double value, double from, double to) {
        /** A level of all the time. */
        public static LevelLine always(String label, double value) {
            return new LevelLine(label, value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
    }

    private record Placed(String text, double y) {}

    private final transient List<LevelLine> levels;
    private final transient ChartTheme theme;
    private final boolean behind;

    private LevelLines(List<LevelLine> levels, ChartTheme theme, boolean behind) {
        this.levels = List.copyOf(levels);
        this.theme = theme;
        this.behind = behind;
    }

    /** Shows these levels in a plot in place of all other annotations; its first renderer draws the lines. */
    static void show(XYPlot plot, List<LevelLine> levels, ChartTheme theme) {
        plot.clearAnnotations();
        plot.getRenderer(0).removeAnnotations();
        plot.getRenderer(0).addAnnotation(new LevelLines(levels, theme, true), Layer.BACKGROUND);
        plot.addAnnotation(new LevelLines(levels, theme, false), false);
    }

    /** The labels, from the first. */
    public List<String> labels() {
        return levels.stream().map(LevelLine::label).toList();
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis time,
            ValueAxis values,
            int rendererIndex,
            PlotRenderingInfo info) {
        List<Placed> labels = new ArrayList<>();
        Stroke before = graphics.getStroke();
        graphics.setStroke(LegendItems.reference());
        graphics.setPaint(theme.text());
        for (LevelLine level : levels) {
            double from = Math.max(level.from(), time.getLowerBound());
            double to = Math.min(level.to(), time.getUpperBound());
            boolean above = level.value() > values.getUpperBound();
            boolean below = level.value() < values.getLowerBound();
            if (from >= to || below || (above && behind)) {
                continue;
            }
            double y = values.valueToJava2D(level.value(), area, RectangleEdge.LEFT);
            if (behind) {
                graphics.draw(new Line2D.Double(
                        time.valueToJava2D(from, area, RectangleEdge.BOTTOM),
                        y,
                        time.valueToJava2D(to, area, RectangleEdge.BOTTOM),
                        y));
            } else {
                labels.add(
                        above
                                ? new Placed(level.label() + ABOVE, area.getMinY())
                                : new Placed(level.label(), y - SPACING / 2));
            }
        }
        graphics.setStroke(before);
        graphics.setFont(theme.font(Font.PLAIN, SIZE));
        apart(labels, area).forEach(label -> draw(graphics, label, area));
    }

    private void draw(Graphics2D graphics, Placed label, Rectangle2D area) {
        FontMetrics metrics = graphics.getFontMetrics();
        double width = metrics.stringWidth(label.text());
        double x = area.getMaxX() - width - 2 * PADDING;
        graphics.setPaint(ChartTheme.withAlpha(theme.background(), HALO));
        graphics.fill(
                new Rectangle2D.Double(x - PADDING, label.y() - SPACING / 2 + 1, width + 2 * PADDING, SPACING - 2));
        graphics.setPaint(theme.text());
        graphics.drawString(label.text(), (float) x, (float) (label.y() + SIZE / 3));
    }

    /** The lowest label stands on its line, and others that would cover it further up, so that the data stays visible. */
    private static List<Placed> apart(List<Placed> labels, Rectangle2D area) {
        List<Placed> fromBelow = new ArrayList<>(labels);
        fromBelow.sort(Comparator.comparingDouble(Placed::y).reversed());
        double[] y = fromBelow.stream().mapToDouble(Placed::y).toArray();
        stack(y, area.getMinY() + SPACING / 2);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            placed.add(new Placed(fromBelow.get(i).text(), y[i]));
        }
        return placed;
    }

    /**
     * Moves places apart, upwards as far as there is room.
     *
     * @param y descending
     * @param top the least
     */
    static void stack(double[] y, double top) {
        for (int i = 1; i < y.length; i++) {
            y[i] = Math.min(y[i], y[i - 1] - SPACING);
        }
        for (int i = y.length - 1; i >= 0; i--) {
            y[i] = Math.max(y[i], i == y.length - 1 ? top : y[i + 1] + SPACING);
        }
    }
}
