package org.faasnetlab.chart.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.theme.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What every chart has around its plot: the header above and the legend below. */
public final class ChartFrame {
    private ChartFrame() {}

    public static JFreeChart around(XYPlot plot, ChartHeading head, List<LegendItem> legend, ChartTheme theme) {
        JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        applyTheme(chart, head, theme);
        legend(plot, legend, theme);
        return chart;
    }

    /** Puts on header, legend and theme in place of what was there. */
    public static void applyTheme(JFreeChart chart, ChartHeading head, ChartTheme theme) {
        theme.style(chart);
        // Turned words too shall be words in SVG, and not the outlines of their letters.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        chart.clearSubtitles();
        chart.addSubtitle(new HeadingTitle(theme, head));
        LegendTitle legend = new LegendTitle(chart.getPlot());
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(ChartTheme.smallFont());
        legend.setItemPaint(theme.muted());
        legend.setBackgroundPaint(new Color(0, true));
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        chart.addSubtitle(legend);
    }

    /** The legend, with the meaning of dashes if the chart has any. */
    public static void legend(XYPlot plot, List<LegendItem> items, ChartTheme theme) {
        LegendItemCollection all = new LegendItemCollection();
        List<LegendItem> explained = new ArrayList<>(items);
        if (hasLevels(plot) || items.stream().anyMatch(ChartFrame::isDashed)) {
            explained.add(LegendItems.dashes(theme));
        }
        for (LegendItem item : explained) {
            item.setLabelFont(ChartTheme.smallFont());
            item.setLabelPaint(theme.muted());
            all.add(item);
        }
        plot.setFixedLegendItems(all);
    }

    private static boolean hasLevels(XYPlot plot) {
        List<XYPlot> plots = plot instanceof CombinedDomainXYPlot several ? several.getSubplots() : List.of(plot);
        return plots.stream()
                .flatMap(one -> one.getAnnotations().stream())
                .anyMatch(annotation -> annotation instanceof LevelLines levels
                        && !levels.labels().isEmpty());
    }

    private static boolean isDashed(LegendItem item) {
        return item.getLineStroke() instanceof BasicStroke stroke && stroke.getDashArray() != null;
    }
}
