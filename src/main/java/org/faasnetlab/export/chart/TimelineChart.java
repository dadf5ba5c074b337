package org.faasnetlab.export.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Bandwidth over time: on top every function as a line, or many functions as a band from the 5th to the 95th percentile
 * with the median; below it all functions together as an area. The caller feeds {@link #functions()}, {@link #band()}
 * and {@link #aggregate()} and then calls {@code fireChanged} on the last one it changed.
 */
public final class TimelineChart {
    /** Up to so many functions are drawn as lines of their own; more are drawn as a band. */
    public static final int MOST_LINES = 20;

    private static final int MOST_NAMED = 8;
    private static final String NOTHING = "No function has delivered anything.";

    private final ChartTheme theme;
    private final BandwidthDataset functions;
    private final BandDataset band;
    private final BandwidthDataset aggregate;
    private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    private final NumberAxis time = new SpacedAxis(80);
    private final XYPlot aggregatePlot;
    private final JFreeChart chart;

    /**
     * An empty chart without a title.
     *
     * @param lines names of the functions that have a line of their own, none for a band alone
     * @param bandName what the band is, for the legend
     * @param capacity points that every line keeps
     */
    public TimelineChart(ChartTheme theme, List<String> lines, String bandName, int capacity) {
        this.theme = theme;
        functions = new BandwidthDataset(lines, capacity);
        band = new BandDataset(bandName, capacity);
        aggregate = new BandwidthDataset(List.of("all functions"), capacity);
        aggregatePlot = aggregatePlot();
        CombinedDomainXYPlot plots = new CombinedDomainXYPlot(time);
        plots.setGap(22);
        plots.add(functionsPlot(), 3);
        plots.add(aggregatePlot, 2);
        plots.setOutlineVisible(false);
        time.setLabel("seconds since T0");
        time.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        time.setAutoRangeIncludesZero(true);
        time.setLowerMargin(0);
        time.setUpperMargin(0);
        theme.style(time);
        chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plots, false);
        theme.style(chart);
        if (lines.size() > 1 && lines.size() <= MOST_NAMED || lines.isEmpty()) {
            chart.addSubtitle(legend());
        }
    }

    /** The chart of a trial that has ended, with title, subtitle and the mark of a simulated network. */
    public static TimelineChart of(TimelineData data, ChartTheme theme) {
        List<String> names = data.lines().stream().map(TimelineData.Line::name).toList();
        TimelineChart timeline = new TimelineChart(theme, names, data.bandName(), capacity(data));
        timeline.fill(data);
        timeline.chart.addSubtitle(0, new ChartHeader(theme, data.title(), data.subtitle(), data.simulated()));
        timeline.showTime(0, data.endSecond());
        if (data.window() != null) {
            timeline.showWindow(data.window());
        }
        return timeline;
    }

    private static int capacity(TimelineData data) {
        int longestLine = data.lines().stream()
                .mapToInt(line -> line.points().size())
                .max()
                .orElse(0);
        return Math.max(
                1,
                Math.max(
                        longestLine,
                        Math.max(data.band().size(), data.aggregate().size())));
    }

    private void fill(TimelineData data) {
        for (int line = 0; line < data.lines().size(); line++) {
            if (data.lines().get(line).failed()) {
                lines.setSeriesStroke(line, dashed(1.3f));
            }
            for (TimelineData.Point point : data.lines().get(line).points()) {
                functions.add(line, point.second(), point.bitsPerSecond());
            }
        }
        data.band().forEach(point -> band.add(point.second(), point.p5(), point.median(), point.p95()));
        data.aggregate().forEach(point -> aggregate.add(0, point.second(), point.bitsPerSecond()));
        functions.fireChanged();
        band.fireChanged();
        aggregate.fireChanged();
    }

    public JFreeChart chart() {
        return chart;
    }

    /** The lines of functions, in the order of their names. */
    public BandwidthDataset functions() {
        return functions;
    }

    public BandDataset band() {
        return band;
    }

    /** The one line, number 0, of all functions together. */
    public BandwidthDataset aggregate() {
        return aggregate;
    }

    /** Fixes the time that is shown, in seconds after T0. */
    public void showTime(double fromSecond, double toSecond) {
        time.setRange(fromSecond, toSecond);
    }

    /** Marks the common window with the aggregate bandwidth over it. */
    public void showWindow(TimelineData.Window window) {
        aggregatePlot.clearAnnotations();
        double rate = window.aggregate().bitsPerSecond();
        aggregatePlot.addAnnotation(
                new XYLineAnnotation(window.startSecond(), rate, window.endSecond(), rate, dashed(1.2f), theme.text()));
        String length = String.format(Locale.ROOT, "%.1f s", window.endSecond() - window.startSecond());
        TextTitle words = new TextTitle(
                "dashed: " + window.aggregate() + " over the common window of " + length, theme.font(Font.BOLD, 12));
        words.setPaint(theme.text());
        aggregatePlot.addAnnotation(new XYTitleAnnotation(1, 1, words, RectangleAnchor.TOP_RIGHT));
    }

    private XYPlot functionsPlot() {
        XYPlot plot = plot(functions, "Each function");
        lines.setDrawSeriesLineAsPath(true);
        lines.setDefaultStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        lines.setAutoPopulateSeriesStroke(false);
        lines.setDefaultLegendTextPaint(theme.text());
        for (int line = 0; line < functions.getSeriesCount(); line++) {
            lines.setSeriesPaint(line, theme.line(line));
        }
        plot.setRenderer(0, lines);
        plot.setDataset(1, band);
        plot.setRenderer(1, bandRenderer());
        return plot;
    }

    private DeviationRenderer bandRenderer() {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setSeriesPaint(0, theme.accent());
        renderer.setSeriesFillPaint(0, theme.accent());
        renderer.setSeriesStroke(0, new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        renderer.setAlpha(0.22f);
        renderer.setDefaultSeriesVisibleInLegend(functions.getSeriesCount() == 0);
        return renderer;
    }

    private XYPlot aggregatePlot() {
        XYPlot plot = plot(aggregate, "Aggregate");
        // Room above the data for the words at the common window.
        plot.getRangeAxis().setUpperMargin(0.26);
        XYAreaRenderer area = new XYAreaRenderer(XYAreaRenderer.AREA);
        area.setSeriesPaint(0, ChartTheme.withAlpha(theme.accent(), 70));
        area.setDefaultSeriesVisibleInLegend(false);
        XYLineAndShapeRenderer edge = new XYLineAndShapeRenderer(true, false);
        edge.setDrawSeriesLineAsPath(true);
        edge.setSeriesPaint(0, theme.accent());
        edge.setSeriesStroke(0, new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        edge.setDefaultSeriesVisibleInLegend(false);
        plot.setRenderer(0, area);
        plot.setDataset(1, aggregate);
        plot.setRenderer(1, edge);
        return plot;
    }

    private XYPlot plot(BandwidthDataset dataset, String subject) {
        BandwidthAxis axis = new BandwidthAxis(subject);
        theme.style(axis);
        XYPlot plot = new XYPlot(dataset, null, axis, null);
        theme.style(plot);
        plot.setNoDataMessage(NOTHING);
        return plot;
    }

    private LegendTitle legend() {
        LegendTitle legend = new LegendTitle(chart.getPlot());
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(theme.font(Font.PLAIN, 12));
        legend.setItemPaint(theme.muted());
        legend.setBackgroundPaint(new Color(0, true));
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        return legend;
    }

    private static Stroke dashed(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
    }
}
