package org.faasnetlab.chart.data;

import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.jfree.chart.JFreeChart;

/** One of the ways in which a chart is drawn. */
@FunctionalInterface
public interface ChartDrawing {
    /**
     * Draws a new chart, which belongs to the caller.
     *
     * @param unit of bandwidth
     */
    JFreeChart draw(ChartTheme theme, BandwidthUnit unit);
}
