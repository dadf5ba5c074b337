package org.faasnetlab.chart.timeline;

import java.util.List;
import java.util.Locale;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.plot.CurveDataset;
import org.faasnetlab.chart.plot.CurveRenderer;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.MetricAxis;
import org.faasnetlab.chart.plot.SpacedAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.workload.Metric;
import org.jfree.chart.plot.XYPlot;

/** A part of a timeline below those of bandwidth: one metric of all functions, such as the round-trip time of latency probes. */
final class MetricPlot {
    private Metric metric;
    private SpacedAxis axis;
    private final CurveDataset values = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final XYPlot plot;

    /** @param metric until another is shown */
    MetricPlot(Metric metric, ChartTheme theme) {
        this.metric = metric;
        axis = axis(theme);
        plot = TimelineChart.plot(axis);
        plot.setDataset(values);
        plot.setRenderer(renderer);
    }

    private SpacedAxis axis(ChartTheme theme) {
        SpacedAxis values = MetricAxis.of(metric, metric.phrase(), 34, BandwidthUnit.AUTOMATIC, theme);
        values.setUpperMargin(0.1);
        return values;
    }

    XYPlot plot() {
        return plot;
    }

    void applyTheme(ChartTheme theme) {
        theme.style(plot);
        theme.style(axis);
    }

    void show(MetricCurve shown, ChartTheme theme) {
        if (!metric.equals(shown.metric())) {
            metric = shown.metric();
            axis = axis(theme);
            plot.setRangeAxis(axis);
            applyTheme(theme);
        }
        TimelineChart.scale(plot, shown.curve().size() > 0);
        values.show(List.of(shown.curve()));
        fit(shown.curve(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    }

    /** Scales the axis to what is drawn in this part of the time, from 0 unless it is logarithmic. */
    void fit(Curve curve, double from, double to, boolean logarithmic) {
        axis.fit(curve.lowestPositiveBetween(from, to), curve.highestBetween(from, to), logarithmic);
    }

    /** @param plot its number from the top */
    static ChartMark mark(MetricCurve shown, int plot, ChartTheme theme) {
        Metric metric = shown.metric();
        return new ChartMark.Line(
                plot, theme.text(metric.phrase()), theme.accent(), shown.curve(), value -> text(metric, value));
    }

    private static String text(Metric metric, double value) {
        return metric.unit() == Metric.Unit.MICROSECONDS
                ? String.format(Locale.ROOT, "%.2f ms", value)
                : MetricAxis.text(metric, value, BandwidthUnit.AUTOMATIC);
    }

    void paint(ChartTheme theme) {
        renderer.line(0, theme.accent(), LegendItems.solid(2));
    }
}
