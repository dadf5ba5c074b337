package org.faasnetlab.chart.timeline;

import java.util.List;
import java.util.Locale;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartDrawing;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.plot.ChartFrame;
import org.faasnetlab.chart.plot.CurveLayer;
import org.faasnetlab.chart.plot.CurveRenderer;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.LogarithmicChart;
import org.faasnetlab.chart.plot.MetricAxis;
import org.faasnetlab.chart.plot.SpacedAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.Metric;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;

/**
 * Any metric of intervals over time, of one trial.
 *
 * @param endSecond end of the time axis, seconds after T0
 * @param nothing what is shown in place of an empty curve
 * @param curve x in seconds after T0, y in the unit in which the metric is shown: all functions, aggregated as the metric
 *     states it
 */
public record MetricTimelineData(ChartHeading head, Metric metric, double endSecond, Curve curve, Phrase nothing)
        implements ChartData {

    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        SpacedAxis time = new SpacedAxis(80);
        time.setLabel(theme.text(Phrase.of("Seconds since T0")));
        time.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        time.setRange(0, endSecond);
        theme.style(time);
        SpacedAxis values = MetricAxis.of(metric, metric.phrase(), 34, unit, theme);
        theme.style(values);
        XYPlot plot = new XYPlot(null, time, values, null);
        plot.setNoDataMessage(theme.text(nothing));
        theme.style(plot);
        TimelineChart.scale(plot, curve.size() > 0);
        new CurveLayer(new CurveRenderer())
                .add(curve, theme.accent(), LegendItems.solid(2))
                .addTo(plot);
        String legend = theme.text(legend(metric));
        return ChartFrame.around(
                plot, head, List.of(LegendItems.line(legend, theme.accent(), LegendItems.solid(2))), theme);
    }

    /** Of the line of a metric. */
    static Phrase legend(Metric metric) {
        return switch (metric.overFunctions()) {
            case SUM -> Phrase.of("{0}, sum of the functions", metric.phrase());
            case MEAN -> Phrase.of("{0}, mean of the functions", metric.phrase());
            case MEDIAN -> Phrase.of("{0}, median of the functions", metric.phrase());
            case P95 -> Phrase.of("{0}, 95th percentile of the functions", metric.phrase());
            case COUNT -> Phrase.of("{0}, number of the functions", metric.phrase());
        };
    }

    @Override
    public @Nullable ChartDrawing logDrawing() {
        return curve.highest() > 0 ? LogarithmicChart.rescaling(this::draw) : null;
    }

    @Override
    public ChartMarks marks(ChartTheme theme, BandwidthUnit unit) {
        return ChartMarks.overTime(List.of(new ChartMark.Line(
                0, theme.text(metric.phrase()), theme.accent(), curve, value -> MetricAxis.text(metric, value, unit))));
    }

    @Override
    public List<Phrase> sentences(BandwidthUnit unit) {
        return curve.size() == 0 ? List.of(nothing) : List.of(sentence(metric, curve, unit));
    }

    /** The range and the mean of a curve. */
    static Phrase sentence(Metric metric, Curve curve, BandwidthUnit unit) {
        return Phrase.of(
                "{0}: from {1} to {2}, {3} on average.",
                legend(metric),
                MetricAxis.text(metric, curve.lowest(), unit),
                MetricAxis.text(metric, curve.highest(), unit),
                MetricAxis.text(metric, curve.mean(), unit));
    }

    @Override
    public ChartTable table() {
        ChartTable.Lines lines = new ChartTable.Lines();
        lines.add(metric.label(), curve);
        return lines.toTable("line", "second", metric.shownColumn());
    }
}
