package org.faasnetlab.chart.data;

import java.util.List;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.jfree.chart.JFreeChart;

/** All that one chart shows. The window, pictures and tables are made of the same. */
public interface ChartData {
    ChartHeading head();

    /**
     * Draws a new chart, which belongs to the caller.
     *
     * @param unit of bandwidth
     */
    JFreeChart draw(ChartTheme theme, BandwidthUnit unit);

    /** Draws with the unit that fits the numbers. */
    default JFreeChart draw(ChartTheme theme) {
        return draw(theme, BandwidthUnit.AUTOMATIC);
    }

    /** Published results that are drawn over it. */
    default List<PublishedOverlay> overlays() {
        return List.of();
    }

    /** Whether there is enough to draw: a scale around a single value would mean nothing. */
    default boolean isDrawable() {
        return true;
    }

    /**
     * Whether a logarithmic axis of values makes sense: never where lengths are compared, such as those of bars, which
     * begin at 0.
     */
    default boolean allowsLogAxis() {
        return false;
    }

    /**
     * The same as {@link #draw}, with logarithmic axes of values.
     *
     * @throws UnsupportedOperationException if they make no sense for this chart
     */
    default JFreeChart drawLogarithmic(ChartTheme theme, BandwidthUnit unit) {
        throw new UnsupportedOperationException("no logarithmic axis for " + head().title());
    }

    /** What is drawn as numbers. */
    ChartTable table();
}
