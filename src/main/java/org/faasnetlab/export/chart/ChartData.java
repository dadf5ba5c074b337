package org.faasnetlab.export.chart;

import org.jfree.chart.JFreeChart;

/** All that one chart shows. The window, pictures and tables are made of the same. */
public interface ChartData {
    ChartHead head();

    /** Draws it anew; the chart belongs to the caller. */
    JFreeChart draw(ChartTheme theme);

    /** What is drawn as numbers. */
    ChartTable table();
}
