package org.faasnetlab.chart.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.theme.ChartTheme;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Names at the ends of lines, each with a piece of its line, in the order of the lines' last values. Names that would
 * cover each other are moved apart, and get smaller where the plot is too low for all of them.
 */
public final class EndLabels extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    /** Room that names of up to three digits need beside a plot. */
    public static final double WIDTH = 46;

    private static final double SPACING = 11.5;
    private static final double MIN_SPACING = 8;
    private static final double SAMPLE = 14;
    private static final double GAP = 4;
    private static final float SIZE = 10.5f;
    /** Names of lines that end so near the edge of the plot are drawn outside of it, in pixels. */
    private static final double NEAR_EDGE = 60;

    /**
     * The name of one line.
     *
     * @param curve its last visible point is where the name stands
     */
    public record EndLabel(String name, Curve curve, Color color, BasicStroke stroke) {}

    private record Placed(EndLabel label, double y) {}

    private final transient List<EndLabel> labels;
    private final transient ChartTheme theme;

    public EndLabels(List<EndLabel> labels, ChartTheme theme) {
        this.labels = List.copyOf(labels);
        this.theme = theme;
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
        double end = area.getMinX();
        List<Placed> wanted = new ArrayList<>();
        for (EndLabel label : labels) {
            int last = lastVisible(label.curve(), time);
            if (last >= 0) {
                end = Math.max(end, time.valueToJava2D(label.curve().x(last), area, RectangleEdge.BOTTOM));
                double y = values.valueToJava2D(label.curve().y(last), area, RectangleEdge.LEFT);
                wanted.add(new Placed(label, Math.min(Math.max(y, area.getMinY()), area.getMaxY())));
            }
        }
        if (end > area.getMaxX() - NEAR_EDGE) {
            end = area.getMaxX(); // labels of levels end at the edge
        }
        // Names are beside the plot, to which drawing is clipped.
        Shape clip = graphics.getClip();
        Stroke before = graphics.getStroke();
        graphics.setClip(new Rectangle2D.Double(
                area.getX(), area.getY() - SPACING, area.getWidth() + WIDTH, area.getHeight() + 2 * SPACING));
        double spacing = spacing(wanted.size(), area.getHeight());
        graphics.setFont(theme.font(java.awt.Font.PLAIN, (float) (SIZE * spacing / SPACING)));
        for (Placed placed : apart(wanted, area, spacing)) {
            graphics.setPaint(placed.label().color());
            graphics.setStroke(placed.label().stroke());
            graphics.draw(new Line2D.Double(end + GAP, placed.y(), end + GAP + SAMPLE, placed.y()));
            graphics.setPaint(theme.text());
            graphics.drawString(
                    placed.label().name(), (float) (end + 2 * GAP + SAMPLE), (float) (placed.y() + SIZE / 3));
        }
        graphics.setStroke(before);
        graphics.setClip(clip);
    }

    private static int lastVisible(Curve curve, ValueAxis time) {
        for (int point = curve.size() - 1; point >= 0; point--) {
            if (curve.x(point) <= time.getUpperBound() && Double.isFinite(curve.y(point))) {
                return curve.x(point) >= time.getLowerBound() ? point : -1;
            }
        }
        return -1;
    }

    /** The distance of names that makes room for all of them in a plot of this height, as far as they can be read. */
    static double spacing(int names, double height) {
        return names < 2 ? SPACING : Math.min(SPACING, Math.max(MIN_SPACING, height / (names - 1)));
    }

    private static List<Placed> apart(List<Placed> wanted, Rectangle2D area, double spacing) {
        List<Placed> sorted = new ArrayList<>(wanted);
        sorted.sort(Comparator.comparingDouble(Placed::y));
        double[] y = sorted.stream().mapToDouble(Placed::y).toArray();
        spread(y, area.getMinY(), area.getMaxY(), spacing);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            placed.add(new Placed(sorted.get(i).label(), y[i]));
        }
        return placed;
    }

    /**
     * Moves ascending places apart, as little as possible: places that would overlap become a group around the mean of
     * where they want to be. They stay between start and end, as far as there is room.
     */
    static void spread(double[] y, double start, double end, double spacing) {
        double[] wanted = y.clone();
        int[] first = new int[y.length];
        for (int i = 0; i < y.length; i++) {
            first[i] = i;
            int from = i;
            while (true) {
                double mean = 0;
                for (int k = from; k <= i; k++) {
                    mean += wanted[k] / (i - from + 1);
                }
                double top = Math.max(start, Math.min(mean - (i - from) * spacing / 2, end - (i - from) * spacing));
                for (int k = from; k <= i; k++) {
                    y[k] = top + (k - from) * spacing;
                    first[k] = from;
                }
                if (from == 0 || y[from] - y[from - 1] >= spacing) {
                    break;
                }
                from = first[from - 1];
            }
        }
    }
}
