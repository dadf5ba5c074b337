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
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** The lowest part of a timeline with latency probes: their round-trip time, median of the functions. */
final class LatencyPlot {
    static final Phrase LEGEND = Phrase.of("{0}: median of the functions, of each interval", ProbeMetrics.RTT.phrase());

    private static final double ROOM_ABOVE = 1.1;

    private final SpacedAxis axis;
    private final CurveDataset times = new CurveDataset();
    private final CurveRenderer renderer = new CurveRenderer();
    private final XYPlot plot;

    LatencyPlot(ChartTheme theme) {
        axis = MetricAxis.of(ProbeMetrics.RTT, ProbeMetrics.RTT.phrase(), 34, BandwidthUnit.AUTOMATIC, theme);
        plot = TimelineChart.plot(axis);
        plot.setDataset(times);
        plot.setRenderer(renderer);
    }

    XYPlot plot() {
        return plot;
    }

    void applyTheme(ChartTheme theme) {
        theme.style(plot);
        theme.style(axis);
    }

    void show(Curve latency) {
        TimelineChart.scale(plot, latency.size() > 0);
        times.show(List.of(latency));
        fit(latency, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    }

    /** Scales the axis to what is drawn in this part of the time, from 0 unless it is logarithmic. */
    void fit(Curve latency, double from, double to, boolean logarithmic) {
        double highest = latency.highestBetween(from, to);
        Range linear = new Range(0, highest > 0 ? highest * ROOM_ABOVE : 1);
        double lowest = latency.lowestPositiveBetween(from, to);
        TimelineChart.fit(axis, lowest, highest, logarithmic, () -> axis.setLinear(linear));
    }

    /** @param plot its number from the top */
    static ChartMark mark(Curve latency, int plot, ChartTheme theme) {
        return new ChartMark.Line(
                plot, theme.text(ProbeMetrics.RTT.phrase()), theme.accent(), latency, LatencyPlot::text);
    }

    static String text(double milliseconds) {
        return String.format(Locale.ROOT, "%.2f ms", milliseconds);
    }

    void paint(ChartTheme theme) {
        renderer.line(0, theme.accent(), LegendItems.solid(2));
    }
}
