package org.faasnetlab.chart.plot;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis with ticks at given positions, for example the memory sizes of an experiment. */
public final class TickAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;
    private static final double GAP = 8;

    private final TreeMap<Double, String> ticks;

    /** @param ticks labels by their position */
    public TickAxis(SortedMap<Double, String> ticks) {
        this.ticks = new TreeMap<>(ticks);
    }

    /** An axis of rows with names, the first on top. */
    public static TickAxis ofRows(List<String> names) {
        SortedMap<Double, String> rows = new TreeMap<>();
        for (int row = 0; row < names.size(); row++) {
            rows.put((double) row, names.get(row));
        }
        TickAxis axis = new TickAxis(rows);
        axis.setInverted(true);
        axis.setRange(-0.6, Math.max(0, names.size() - 1) + 0.6);
        return axis;
    }

    /** Labels that would run into the one before are left out. */
    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        boolean lying = RectangleEdge.isTopOrBottom(edge);
        FontMetrics metrics = graphics.getFontMetrics(getTickLabelFont());
        List<NumberTick> shown = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (var tick : ticks.entrySet()) {
            double place = valueToJava2D(tick.getKey(), area, edge);
            double half = lying ? metrics.stringWidth(tick.getValue()) / 2.0 + GAP / 2 : metrics.getHeight() / 2.0;
            double along = lying ? place : Math.abs(place - area.getMinY());
            if (along - half >= free) {
                free = along + half;
                shown.add(new NumberTick(
                        tick.getKey(),
                        tick.getValue(),
                        lying ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT,
                        TextAnchor.CENTER,
                        0));
            }
        }
        return shown;
    }
}
