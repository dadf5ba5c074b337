package org.faasnetlab.export.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The aggregate bandwidth of several runs over time, on the same axes. */
public final class ComparisonChart {
    private ComparisonChart() {}

    public static JFreeChart of(ComparisonData data, ChartTheme theme) {
        NumberAxis time = new SpacedAxis(80);
        time.setLabel("seconds since T0");
        time.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        time.setAutoRangeIncludesZero(true);
        time.setLowerMargin(0);
        time.setUpperMargin(0);
        theme.style(time);
        BandwidthAxis bandwidth = new BandwidthAxis("Aggregate");
        theme.style(bandwidth);
        XYPlot plot = new XYPlot(dataset(data), time, bandwidth, renderer(data, theme));
        theme.style(plot);
        plot.setNoDataMessage("No function has delivered anything.");
        JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plot, false);
        theme.style(chart);
        chart.addSubtitle(0, new ChartHeader(theme, data.title(), data.subtitle(), data.simulated()));
        chart.addSubtitle(legend(plot, theme));
        return chart;
    }

    private static BandwidthDataset dataset(ComparisonData data) {
        List<String> names =
                data.lines().stream().map(ComparisonData.Line::name).toList();
        int longest = data.lines().stream()
                .mapToInt(line -> line.points().size())
                .max()
                .orElse(0);
        BandwidthDataset dataset = new BandwidthDataset(names, Math.max(1, longest));
        for (int line = 0; line < names.size(); line++) {
            for (TimelineData.Point point : data.lines().get(line).points()) {
                dataset.add(line, point.second(), point.bitsPerSecond());
            }
        }
        return dataset;
    }

    private static XYLineAndShapeRenderer renderer(ComparisonData data, ChartTheme theme) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setDefaultStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setDefaultLegendTextPaint(theme.text());
        for (int line = 0; line < data.lines().size(); line++) {
            renderer.setSeriesPaint(line, theme.line(line));
        }
        return renderer;
    }

    private static LegendTitle legend(XYPlot plot, ChartTheme theme) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(theme.font(Font.PLAIN, 12));
        legend.setItemPaint(theme.muted());
        legend.setBackgroundPaint(new Color(0, true));
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        return legend;
    }
}
