package org.faasnetlab.export.chart;

import java.util.List;
import org.jfree.chart.JFreeChart;

/** All that one chart shows. The window, pictures and tables are made of the same. */
public interface ChartData {
    ChartHead head();

    /** Draws it anew; the chart belongs to the caller. */
    JFreeChart draw(ChartTheme theme);

    /** Published results that are drawn over it. */
    default List<Overlay> overlays() {
        return List.of();
    }

    /** What is drawn as numbers. */
    ChartTable table();
}
