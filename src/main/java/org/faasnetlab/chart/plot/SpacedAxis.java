package org.faasnetlab.chart.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * An axis whose ticks are a comfortable distance apart, rather than as close as their labels allow. It can be made
 * logarithmic, with as many round ticks in each power of ten as there is room for.
 */
public class SpacedAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private static final double[][] STEPS = {{1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}, {1, 3}, {1}};
    private static final double LN_10 = Math.log(10);

    /** Free space below the lowest and above the highest value of a logarithmic axis, as a ratio. */
    private static final double ROOM = 1.25;

    /** A stall of a few bytes would leave a logarithmic axis no room for the rest. */
    private static final double MAX_RATIO = 10_000;

    private final double spacing;
    private boolean logarithmic;

    /** @param spacing least distance of two ticks in points */
    public SpacedAxis(double spacing) {
        this.spacing = spacing;
    }

    /** Ticks are round multiples of this. */
    double roundUnit() {
        return 1;
    }

    /** Makes the axis logarithmic over a range above 0, which no longer follows the data. */
    public void setLogarithmic(Range positive) {
        if (positive.getLowerBound() <= 0) {
            throw new IllegalArgumentException("a logarithmic axis has no place for " + positive.getLowerBound());
        }
        logarithmic = true;
        setRange(positive, true, true);
    }

    /** The same with free space below and above these values. */
    public void fitLogarithmic(Range positive) {
        setLogarithmic(new Range(positive.getLowerBound() / ROOM, positive.getUpperBound() * ROOM));
    }

    /**
     * Scales the axis to values, in place of a range that follows the data by itself: from 0 to just above the highest, or
     * logarithmically around all. Values that are lower than the highest by more than a factor of {@value #MAX_RATIO} lie
     * below a logarithmic axis; without a value above 0 it stays linear.
     *
     * @param lowestPositive the lowest value above 0; infinity if there is none
     */
    public void fit(double lowestPositive, double highest, boolean wantsLogarithmic) {
        if (wantsLogarithmic && highest > 0 && lowestPositive <= highest) {
            fitLogarithmic(new Range(Math.max(lowestPositive, highest / MAX_RATIO), highest));
        } else {
            logarithmic = false;
            double top = highest > 0
                    ? Math.max(highest * (1 + getUpperMargin()), getAutoRangeMinimumSize())
                    : getDefaultAutoRange().getUpperBound();
            setRange(new Range(0, top), true, true);
        }
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        if (!logarithmic) {
            return super.valueToJava2D(value, area, edge);
        }
        Range range = getRange();
        // Below the axis is outside the plot, where it is clipped.
        double share = value <= 0 ? -1 : position(value, range);
        return RectangleEdge.isTopOrBottom(edge)
                ? area.getMinX() + share * area.getWidth()
                : area.getMaxY() - share * area.getHeight();
    }

    @Override
    public double java2DToValue(double coordinate, Rectangle2D area, RectangleEdge edge) {
        if (!logarithmic) {
            return super.java2DToValue(coordinate, area, edge);
        }
        Range range = getRange();
        double share = RectangleEdge.isTopOrBottom(edge)
                ? (coordinate - area.getMinX()) / area.getWidth()
                : (area.getMaxY() - coordinate) / area.getHeight();
        return range.getLowerBound() * Math.pow(range.getUpperBound() / range.getLowerBound(), share);
    }

    private static double position(double value, Range range) {
        return Math.log(value / range.getLowerBound()) / Math.log(range.getUpperBound() / range.getLowerBound());
    }

    @Override
    public List<?> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        if (!logarithmic) {
            return super.refreshTicks(graphics, state, area, edge);
        }
        boolean lying = RectangleEdge.isTopOrBottom(edge);
        double length = lying ? area.getWidth() : area.getHeight();
        double perDecade = length
                * LN_10
                / Math.log(getRange().getUpperBound() / getRange().getLowerBound());
        TextAnchor anchor = lying
                ? TextAnchor.TOP_CENTER
                : edge == RectangleEdge.RIGHT ? TextAnchor.CENTER_LEFT : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        for (double value : logarithmicTicks(perDecade)) {
            ticks.add(new NumberTick(value, text(value), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    /** Written with as many digits as its own size needs, and one more for such as 2.5. */
    private String text(double value) {
        double shown = value / roundUnit();
        double firstDigits = shown / Math.pow(10, Math.floor(Math.log10(shown) + 1e-9));
        boolean whole = Math.abs(firstDigits - Math.rint(firstDigits)) < 1e-6;
        return getStandardTickUnits()
                .getCeilingTickUnit(whole ? shown : shown / 10)
                .valueToString(value);
    }

    /** Round values within the range, as many in each power of ten as have room. */
    private List<Double> logarithmicTicks(double perDecade) {
        // The two that are closest, such as 8 and 9, must be a spacing apart.
        int room = 0;
        while (room < STEPS.length - 1 && perDecade * closest(STEPS[room]) < spacing) {
            room++;
        }
        double[] steps = STEPS[room];
        double lower = getRange().getLowerBound() / roundUnit();
        double upper = getRange().getUpperBound() / roundUnit();
        List<Double> values = new ArrayList<>();
        for (double decade = Math.pow(10, Math.floor(Math.log10(lower))); decade <= upper; decade *= 10) {
            for (double step : steps) {
                if (step * decade >= lower && step * decade <= upper) {
                    values.add(step * decade * roundUnit());
                }
            }
        }
        return values;
    }

    /** The least distance of two steps, also to the first one of the next power of ten, in powers of ten. */
    private static double closest(double[] steps) {
        double least = Math.log10(10 / steps[steps.length - 1]);
        for (int step = 1; step < steps.length; step++) {
            least = Math.min(least, Math.log10(steps[step] / steps[step - 1]));
        }
        return least;
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
