package org.faasnetlab.export.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;

/** An axis whose ticks are a comfortable distance apart, rather than as close as their labels allow. */
class SpacedAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final double spacing;

    /** @param spacing least distance of two ticks in points */
    SpacedAxis(double spacing) {
        this.spacing = spacing;
    }

    @Override
    protected void selectAutoTickUnit(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        double length = RectangleEdge.isTopOrBottom(edge) ? area.getWidth() : area.getHeight();
        double least = getRange().getLength() * Math.min(1, spacing / Math.max(1, length));
        setTickUnit((NumberTickUnit) getStandardTickUnits().getCeilingTickUnit(least), false, false);
    }
}
