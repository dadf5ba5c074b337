package org.faasnetlab.chart.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.plot.ChartFrame;
import org.faasnetlab.chart.plot.ChartSummary;
import org.faasnetlab.chart.plot.EndLabels;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.SpacedAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Bandwidth over time: on top every function as a line, or many functions as a band from the 5th to the 95th percentile
 * with the median; below it all functions together as an area. Where there are means over a second they are drawn over
 * what was measured, which then is pale. It can be shown other data again and again: while functions run it is drawn ten
 * times a second.
 */
public final class TimelineChart {
    /** Up to so many functions are drawn as lines of their own; more are drawn as a band. */
    public static final int MAX_LINES = 20;

    /** Number of the plot of each function. */
    public static final int FUNCTIONS_PLOT = 0;

    /** Number of the plot of all functions together. */
    public static final int AGGREGATE_PLOT = 1;

    /** Number of the plot of round-trip times. */
    public static final int LATENCY_PLOT = 2;

    /** Number of the plot of loss, of TCP's round-trip time, or of retransmits. */
    public static final int TRANSPORT_PLOT = 3;

    private static final double MARGIN = 20;
    private static final double MIN_PADDING = 3;
    private static final double LABEL_WIDTH = 76;
    static final Phrase NOTHING = Phrase.of("No data.");

    private final NumberAxis time = new SpacedAxis(80);
    // Until the first data, a chart says nothing: they are on their way.
    private final FunctionsPlot each;
    private final AggregatePlot all;
    private final MetricPlot latency;
    private final MetricPlot transport;
    private final CombinedDomainXYPlot plots = new CombinedDomainXYPlot(time);
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plots, false);
    private String nothing;
    private ChartTheme theme;
    private TimelineData shown =
            TimelineData.live(ChartHeading.badgeOnly(false), 1, false, TrialCurves.EMPTY, List.of());
    private LineStyles styles = LineStyles.BY_INDEX;
    private Plots chosen = Plots.BOTH;
    private Plots drawn = Plots.BOTH;

    /** Numbers of the plots that are drawn, from the top. */
    private List<Integer> order = List.of(FUNCTIONS_PLOT, AGGREGATE_PLOT);

    private boolean logarithmic;

    /** An empty chart. */
    public TimelineChart(ChartTheme theme) {
        this.theme = theme;
        nothing = theme.text(NOTHING);
        each = new FunctionsPlot(theme);
        all = new AggregatePlot(theme);
        latency = new MetricPlot(ProbeMetrics.RTT, theme);
        transport = new MetricPlot(Metrics.RETRANSMITS, theme);
        plots.setGap(18);
        plots().forEach(plot -> scale(plot, false));
        plots.add(each.plot(), 1);
        plots.add(all.plot(), 1);
        plots.setOutlineVisible(false);
        plots.setDomainPannable(true);
        // The same width always, so that the plot keeps its place while numbers grow.
        AxisSpace around = new AxisSpace();
        around.setLeft(LABEL_WIDTH);
        plots.setFixedRangeAxisSpace(around);
        time.setLabel(theme.text(Phrase.of("Seconds since T0")));
        time.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        time.setRange(0, 1);
        applyTheme(theme);
    }

    public JFreeChart chart() {
        return chart;
    }

    /** The plots of a timeline. */
    public enum Plots {
        BOTH,
        FUNCTIONS,
        AGGREGATE
    }

    /** Chooses which plots are drawn. The aggregate of one function is the function, and is not drawn beside it. */
    public void choosePlots(Plots plotsToDraw) {
        chosen = plotsToDraw;
        arrangePlots();
        paint();
    }

    /**
     * Makes the axes of values logarithmic, which shows a burst and a baseline far below it at the same time, or has them
     * begin at 0. Takes effect with {@link #showTime}.
     */
    public void setLogarithmic(boolean wanted) {
        logarithmic = wanted;
    }

    /** Whether there is an aggregate beside the functions. */
    public boolean hasAggregate() {
        return !shown.isOfOneFunction();
    }

    /** The unit of rates of single functions: that of the axis, by the highest of them. */
    public BandwidthUnit functionsUnit() {
        return each.unit();
    }

    /** The unit of rates of all functions together. */
    public BandwidthUnit aggregateUnit() {
        return all.unit();
    }

    /** Sets what stands in place of curves while there are none. */
    public void setNothing(String text) {
        nothing = text;
        showNothing();
    }

    private void showNothing() {
        plots().forEach(plot -> plot.setNoDataMessage(nothing));
    }

    /** The position, from the top, at which a plot is drawn; -1 if it is not drawn. */
    public int positionOf(int plot) {
        return order.indexOf(plot);
    }

    private boolean draws(int plot) {
        return order.contains(plot);
    }

    private void arrangePlots() {
        drawn = shown.isOfOneFunction() ? Plots.FUNCTIONS : chosen;
        List<Integer> now = plotsToDraw();
        if (now.equals(order)) {
            return;
        }
        order = now;
        List.copyOf(plots.getSubplots()).forEach(plots::remove);
        order.forEach(number -> plots.add(plots().get(number), 1));
    }

    private List<Integer> plotsToDraw() {
        boolean withLatency = shown.latency().size() > 0;
        boolean rates = !withLatency || !shown.latencyOnly();
        List<Integer> numbers = new ArrayList<>();
        if (rates && drawn != Plots.AGGREGATE) {
            numbers.add(FUNCTIONS_PLOT);
        }
        if (rates && drawn != Plots.FUNCTIONS) {
            numbers.add(AGGREGATE_PLOT);
        }
        // Below, so that the others keep their positions.
        if (withLatency) {
            numbers.add(LATENCY_PLOT);
        }
        if (rates && shown.drawnTransport() != null) {
            numbers.add(TRANSPORT_PLOT);
        }
        return numbers;
    }

    /** Shows this part of the time, with the axes of all plots scaled to what is drawn in it. */
    public void showTime(double fromSecond, double toSecond) {
        time.setRange(fromSecond, toSecond);
        each.fit(shown, fromSecond, toSecond, logarithmic);
        all.fit(shown, fromSecond, toSecond, logarithmic);
        latency.fit(shown.latency(), fromSecond, toSecond, logarithmic);
        MetricCurve below = shown.drawnTransport();
        if (below != null) {
            transport.fit(below.curve(), fromSecond, toSecond, logarithmic);
        }
    }

    /** All lines: all functions together, each function, round-trip times, and loss or retransmits. */
    public ChartMarks marks() {
        List<ChartMark> marks = new ArrayList<>();
        if (!shown.isOfOneFunction()) {
            marks.addAll(all.marks(shown, positionOf(AGGREGATE_PLOT), theme));
        }
        marks.addAll(each.marks(shown, positionOf(FUNCTIONS_PLOT), styles, theme));
        if (draws(LATENCY_PLOT)) {
            marks.add(MetricPlot.mark(
                    new MetricCurve(ProbeMetrics.RTT, shown.latency()), positionOf(LATENCY_PLOT), theme));
        }
        MetricCurve below = shown.drawnTransport();
        if (below != null && draws(TRANSPORT_PLOT)) {
            marks.add(MetricPlot.mark(below, positionOf(TRANSPORT_PLOT), theme));
        }
        return ChartMarks.overTime(marks);
    }

    /**
     * What was transferred in a part of the time.
     *
     * @param name which functions, as the legend has it
     */
    public record Transfer(String name, double bytes) {}

    /** What all functions transferred between two times, in seconds after T0; by direction if there are two. */
    public List<Transfer> transferBetween(double from, double to) {
        if (!shown.directions().isEmpty()) {
            return shown.directions().stream()
                    .map(curves -> new Transfer(
                            theme.text(curves.direction()), curves.aggregate().integral(from, to) / 8))
                    .toList();
        }
        return List.of(new Transfer(
                theme.text(
                        shown.isOfOneFunction()
                                ? shown.name(shown.curves().lines().get(0))
                                : Phrase.of("all functions")),
                shown.curves().aggregate().integral(from, to) / 8));
    }

    /** What the chart shows, for people who cannot see it. */
    public String summary() {
        List<Phrase> sentences = new ArrayList<>(ChartSummary.heading(shown.head()));
        sentences.addAll(shown.sentences(functionsUnit(), aggregateUnit()));
        sentences.addAll(ChartSummary.axes(chart));
        return ChartSummary.text(sentences, theme);
    }

    /** The plots from the top: each function, all functions, round-trip times, and loss or retransmits. */
    public List<XYPlot> plots() {
        return List.of(each.plot(), all.plot(), latency.plot(), transport.plot());
    }

    public ChartTheme theme() {
        return theme;
    }

    /** The axis of time, whose range the caller sets. */
    public ValueAxis time() {
        return time;
    }

    /** Draws in other colours. */
    public void applyTheme(ChartTheme newTheme) {
        theme = newTheme;
        ChartFrame.applyTheme(chart, shown.head(), theme);
        theme.style(time);
        each.applyTheme(theme);
        all.applyTheme(theme);
        latency.applyTheme(theme);
        transport.applyTheme(theme);
        paint();
    }

    /**
     * Draws this in place of what was there.
     *
     * @param newStyles of the lines of functions
     * @param unit of bandwidth
     */
    public void show(TimelineData data, LineStyles newStyles, BandwidthUnit unit) {
        boolean otherHead = !data.head().equals(shown.head());
        shown = data;
        styles = newStyles;
        arrangePlots();
        if (otherHead) {
            ChartFrame.applyTheme(chart, data.head(), theme);
        }
        showNothing();
        each.show(data, styles, unit);
        all.show(data, unit);
        latency.show(new MetricCurve(ProbeMetrics.RTT, data.latency()), theme);
        MetricCurve below = data.drawnTransport();
        transport.show(below == null ? new MetricCurve(Metrics.RETRANSMITS, Curve.EMPTY) : below, theme);
        paint();
    }

    private void paint() {
        each.paint(shown, styles, theme);
        all.paint(shown, theme);
        latency.paint(theme);
        transport.paint(theme);
        ChartFrame.legend(plots, legend(), theme);
        // Room for the names at the ends of lines.
        double right = shown.hasEndLabels() ? EndLabels.WIDTH : MARGIN;
        RectangleInsets now = chart.getPadding();
        // A chart without a title is on a screen that has it; the plots need the room.
        boolean titled = !shown.head().title().isEmpty();
        chart.setPadding(new RectangleInsets(
                titled ? now.getTop() : MIN_PADDING, now.getLeft(), titled ? now.getBottom() : MIN_PADDING, right));
    }

    private List<LegendItem> legend() {
        List<LegendItem> items = new ArrayList<>();
        if (shown.asBand()) {
            items.add(LegendItems.line(theme.text(TimelineData.BAND), theme.accent(), LegendItems.solid(2)));
        }
        if (drawn != Plots.AGGREGATE) {
            items.addAll(each.legend(shown, theme));
        }
        if (drawn != Plots.FUNCTIONS) {
            items.addAll(all.legend(shown, theme));
        }
        if (shown.curves().hasPoints()) {
            Phrase resolution = shown.curves().resolution();
            Phrase means = shown.means().hasPoints() ? Phrase.of("1 s mean (pale: {0})", resolution) : resolution;
            items.add(LegendItems.line(
                    theme.text(
                            draws(LATENCY_PLOT) || draws(TRANSPORT_PLOT) ? Phrase.of("bandwidth: {0}", means) : means),
                    theme.muted(),
                    LegendItems.solid(2)));
        }
        if (draws(LATENCY_PLOT)) {
            items.add(metricLine(ProbeMetrics.RTT));
        }
        MetricCurve below = shown.drawnTransport();
        if (below != null && draws(TRANSPORT_PLOT)) {
            items.add(metricLine(below.metric()));
        }
        items.addAll(LegendItems.forOverlays(shown.overlays(), theme));
        return items;
    }

    private LegendItem metricLine(Metric metric) {
        return LegendItems.line(theme.text(MetricTimelineData.legend(metric)), theme.accent(), LegendItems.solid(2));
    }

    /** Without a point there is no scale either: it would mean nothing. */
    static void scale(XYPlot plot, boolean any) {
        plot.getRangeAxis().setTickLabelsVisible(any);
        plot.setRangeGridlinesVisible(any);
    }

    /** A plot of values over time. */
    static XYPlot plot(ValueAxis axis) {
        XYPlot plot = new XYPlot(null, null, axis, null);
        plot.setNoDataMessage("");
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }
}
