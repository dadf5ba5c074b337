package org.faasnetlab.chart.data;

import java.util.List;
import java.util.Set;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

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
     * How it is drawn with logarithmic axes of values. Null if they make no sense, as where lengths are compared, such as
     * those of bars, which begin at 0.
     */
    default @Nullable ChartDrawing logDrawing() {
        return null;
    }

    /**
     * What can be read from the chart at a place.
     *
     * @param theme in which it is drawn, and whose language the texts have
     * @param unit of bandwidth, in which it is drawn
     */
    ChartMarks marks(ChartTheme theme, BandwidthUnit unit);

    /**
     * What the chart shows, for people who cannot see it: how many lines, the range or median of each, and limits.
     *
     * @param unit of bandwidth
     */
    List<Phrase> sentences(BandwidthUnit unit);

    /**
     * Names of the lines or groups that users can highlight and hide, in the order of their colours and as their marks
     * have them; empty unless there are several.
     */
    default List<Phrase> lineNames() {
        return List.of();
    }

    /** The same without the values of some of these lines, which keep their colours and their places in the legend. */
    default ChartData withoutLines(Set<Integer> numbers) {
        return this;
    }

    /** What is drawn as numbers. */
    ChartTable table();

    /** The same for other programs, with a last column that states which rows are valid. */
    default ChartTable exportedTable() {
        return table().withColumnValid(head().valid());
    }
}
