package org.faasnetlab.chart.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;

/** An axis whose ticks are a comfortable distance apart, rather than as close as their labels allow. */
public class SpacedAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final double spacing;

    /** @param spacing least distance of two ticks in points */
    public SpacedAxis(double spacing) {
        this.spacing = spacing;
    }

    /** Ticks are round multiples of this. */
    double roundUnit() {
        return 1;
    }

    @Override
    protected void selectAutoTickUnit(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        double length = RectangleEdge.isTopOrBottom(edge) ? area.getWidth() : area.getHeight();
        double least = getRange().getLength() * Math.min(1, spacing / Math.max(1, length));
        NumberTickUnit round = (NumberTickUnit) getStandardTickUnits().getCeilingTickUnit(least / roundUnit());
        setTickUnit(new ScaledTick(round, roundUnit()), false, false);
    }

    /** A tick unit that many times as large, written as the axis writes its numbers. */
    private static final class ScaledTick extends NumberTickUnit {
        private static final long serialVersionUID = 1L;
        private final NumberTickUnit round;

        ScaledTick(NumberTickUnit round, double factor) {
            super(round.getSize() * factor);
            this.round = round;
        }

        @Override
        public String valueToString(double value) {
            return round.valueToString(value);
        }
    }
}
