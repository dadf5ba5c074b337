package org.faasnetlab.chart.data;

import java.awt.Color;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.data.Range;
import org.jspecify.annotations.Nullable;

/**
 * Something that a chart draws and that stands for values: where it is, and what is read from it. Coordinates are those of
 * the axes, so that a mark is valid at every size of the chart.
 */
public sealed interface ChartMark {
    /** Number of its plot from the top; -1 if it is read but not drawn. */
    int plot();

    /** Number of its axis of values in the plot. */
    int axis();

    /** As the legend has it; empty in a chart of a single line. */
    String name();

    Color color();

    /**
     * A line that has a value at each place of the horizontal axis.
     *
     * @param function number of the function that it stands for; null if it stands for something else
     * @param steps whether the line is level from each point to the next; else the nearest point is read
     * @param text of a value, with its unit
     */
    record Line(
            int plot,
            String name,
            Color color,
            @Nullable Integer function,
            Curve curve,
            boolean steps,
            DoubleFunction<String> text)
            implements ChartMark {
        /** A line through its points. */
        public Line(int plot, String name, Color color, Curve curve, DoubleFunction<String> text) {
            this(plot, name, color, null, curve, false, text);
        }

        /** A line that is level from each point to the next. */
        public static Line ofSteps(int plot, String name, Color color, Curve curve, DoubleFunction<String> text) {
            return new Line(plot, name, color, null, curve, true, text);
        }

        @Override
        public int axis() {
            return 0;
        }

        /** The value at a place; not a number where the line has a gap or does not reach. */
        public double valueAt(double x) {
            return steps ? curve.levelY(x) : curve.nearestY(x);
        }
    }

    /**
     * A point, a bar, or a box of a box plot.
     *
     * @param x from its left to its right end, which are the same for a point
     * @param y likewise
     * @param facts what is read, a line each
     */
    record Box(int plot, int axis, String name, Color color, Range x, Range y, List<String> facts)
            implements ChartMark {
        public Box {
            facts = List.copyOf(facts);
        }

        /** A point. */
        public static Box point(int plot, int axis, String name, Color color, double x, double y, List<String> facts) {
            return new Box(plot, axis, name, color, new Range(x, x), new Range(y, y), facts);
        }

        /** Whether it has no size. */
        public boolean isPoint() {
            return x.getLength() == 0 && y.getLength() == 0;
        }
    }
}
