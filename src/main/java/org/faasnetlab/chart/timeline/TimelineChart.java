package org.faasnetlab.chart.timeline;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.plot.BandwidthAxis;
import org.faasnetlab.chart.plot.ChartFrame;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.SpacedAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * Bandwidth over time: on top every function as a line, or many functions as a band from the 5th to the 95th percentile
 * with the median; below it all functions together as an area. Where there are means over a second they are drawn over
 * what was measured, which then is pale. It can be shown other data again and again: while functions run it is drawn ten
 * times a second.
 */
public final class TimelineChart {
    /** Up to so many functions are drawn as lines of their own; more are drawn as a band. */
    public static final int MAX_LINES = 20;

    private static final int MAX_NAMED = 8;
    private static final double LABEL_WIDTH = 76;
    private static final String NOTHING = "No data.";

    private final NumberAxis time = new SpacedAxis(80);
    private final FunctionsPlot each = new FunctionsPlot(NOTHING);
    private final AggregatePlot all = new AggregatePlot(NOTHING);
    private final CombinedDomainXYPlot plots = new CombinedDomainXYPlot(time);
    private final JFreeChart chart = new JFreeChart(null, JFreeChart.DEFAULT_TITLE_FONT, plots, false);
    private ChartTheme theme;
    private TimelineData shown =
            TimelineData.live(ChartHeading.badgeOnly(false), 1, false, TrialCurves.EMPTY, List.of());
    private IntUnaryOperator colours = functionIndex -> functionIndex;

    /** An empty chart. */
    public TimelineChart(ChartTheme theme) {
        this.theme = theme;
        plots.setGap(18);
        plots.add(each.plot(), 3);
        plots.add(all.plot(), 2);
        plots.setOutlineVisible(false);
        plots.setDomainPannable(true);
        // The same width always, so that the plot keeps its place while numbers grow.
        AxisSpace left = new AxisSpace();
        left.setLeft(LABEL_WIDTH);
        plots.setFixedRangeAxisSpace(left);
        time.setLabel("Seconds since T0");
        time.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        time.setRange(0, 1);
        applyTheme(theme);
    }

    public JFreeChart chart() {
        return chart;
    }

    /** Shows this part of the time, with both axes of bandwidth scaled from 0 to what is drawn in it. */
    public void showTime(double fromSecond, double toSecond) {
        time.setRange(fromSecond, toSecond);
        each.fit(shown, fromSecond, toSecond);
        all.fit(shown, fromSecond, toSecond);
    }

    /** The values of all lines at a time. */
    public TimelineReading read(double second) {
        return new TimelineReading(
                second,
                known(FunctionsPlot.read(shown, second, colours, theme)),
                known(AggregatePlot.read(shown, second, theme)));
    }

    private static List<TimelineReading.Value> known(List<TimelineReading.Value> values) {
        return values.stream()
                .filter(value -> Double.isFinite(value.bitsPerSecond()))
                .toList();
    }

    /** The plots from the top: each function, all functions. */
    public List<XYPlot> plots() {
        return List.of(each.plot(), all.plot());
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
        paint();
    }

    /**
     * Draws this in place of what was there.
     *
     * @param newColours number of the theme's colour for the line of a function
     * @param unit of bandwidth, or null for one that fits
     */
    public void show(TimelineData data, IntUnaryOperator newColours, @Nullable BandwidthUnit unit) {
        boolean otherHead = !data.head().equals(shown.head());
        shown = data;
        colours = newColours;
        if (otherHead) {
            ChartFrame.applyTheme(chart, data.head(), theme);
        }
        each.show(data, unit);
        all.show(data, unit);
        paint();
    }

    private void paint() {
        each.paint(shown, colours, theme);
        all.paint(shown, theme);
        ChartFrame.legend(plots, legend(), theme);
    }

    private List<LegendItem> legend() {
        List<LegendItem> items = new ArrayList<>();
        if (shown.asBand()) {
            items.add(LegendItems.line(TimelineData.BAND, theme.accent(), LegendItems.solid(2)));
        }
        List<TrialCurves.FunctionCurve> lines = shown.curves().lines();
        if (shown.asBand() || lines.size() > 1 && lines.size() <= MAX_NAMED) {
            for (TrialCurves.FunctionCurve line : lines) {
                items.add(LegendItems.line(shown.name(line), colour(line), strong(line)));
            }
        }
        items.addAll(AggregatePlot.legend(shown, theme));
        if (shown.means().hasPoints()) {
            items.add(LegendItems.line("1 s mean (pale: measured intervals)", theme.muted(), LegendItems.solid(2)));
        }
        items.addAll(LegendItems.forOverlays(shown.overlays(), theme));
        return items;
    }

    private Color colour(TrialCurves.FunctionCurve line) {
        return theme.line(colours.applyAsInt(line.functionIndex()));
    }

    private BasicStroke strong(TrialCurves.FunctionCurve line) {
        return shown.failed().contains(line.functionIndex()) ? LegendItems.dashed(1.6) : LegendItems.solid(1.8);
    }

    /** Without a point there is no scale either: it would mean nothing. */
    static void scale(XYPlot plot, boolean any) {
        plot.getRangeAxis().setTickLabelsVisible(any);
        plot.setRangeGridlinesVisible(any);
    }

    /** A plot of bandwidth over time. */
    static XYPlot plot(BandwidthAxis axis, String nothing) {
        XYPlot plot = new XYPlot(null, null, axis, null);
        plot.setNoDataMessage(nothing);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        return plot;
    }
}
