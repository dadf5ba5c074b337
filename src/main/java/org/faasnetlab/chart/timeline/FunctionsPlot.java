package org.faasnetlab.chart.timeline;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.plot.BandDataset;
import org.faasnetlab.chart.plot.BandwidthAxis;
import org.faasnetlab.chart.plot.CurveDataset;
import org.faasnetlab.chart.plot.CurveRenderer;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jspecify.annotations.Nullable;

/** The upper part of a timeline: each function by itself. */
final class FunctionsPlot {
    private static final int PALE = 130;

    private final BandDataset band = new BandDataset();
    private final CurveDataset lines = new CurveDataset();
    private final CurveDataset means = new CurveDataset();
    private final CurveDataset published = new CurveDataset();
    private final DeviationRenderer bandRenderer = new DeviationRenderer(true, false);
    private final CurveRenderer lineRenderer = new CurveRenderer();
    private final CurveRenderer meanRenderer = new CurveRenderer();
    private final CurveRenderer publishedRenderer = new CurveRenderer();
    private final BandwidthAxis axis = new BandwidthAxis("Per function", 34);
    private final XYPlot plot;

    FunctionsPlot(String nothing) {
        plot = TimelineChart.plot(axis, nothing);
        bandRenderer.setSeriesStroke(0, LegendItems.solid(2));
        bandRenderer.setAlpha(0.25f);
        bandRenderer.setDefaultCreateEntities(false);
        plot.setDataset(0, band);
        plot.setRenderer(0, bandRenderer);
        plot.setDataset(1, lines);
        plot.setRenderer(1, lineRenderer);
        plot.setDataset(2, means);
        plot.setRenderer(2, meanRenderer);
        plot.setDataset(3, published);
        plot.setRenderer(3, publishedRenderer);
    }

    XYPlot plot() {
        return plot;
    }

    void applyTheme(ChartTheme theme) {
        theme.style(plot);
        theme.style(axis);
        bandRenderer.setSeriesPaint(0, theme.accent());
        bandRenderer.setSeriesFillPaint(0, theme.accent());
    }

    void show(TimelineData data, @Nullable BandwidthUnit unit) {
        axis.setUnit(unit);
        TimelineChart.scale(plot, data.curves().hasPoints());
        band.show(data.asBand() ? data.curves().band() : BandCurves.NONE);
        lines.show(curves(data.curves().lines()));
        means.show(curves(data.means().lines()));
        published.show(data.overlays().stream().map(PublishedOverlay::curve).toList());
    }

    /** Scales the axis to what is drawn in this part of the time. */
    void fit(TimelineData data, double from, double to) {
        double highest = 0;
        for (TrialCurves.FunctionCurve line : data.curves().lines()) {
            highest = Math.max(highest, line.curve().highestBetween(from, to));
        }
        if (data.asBand()) {
            highest = Math.max(highest, data.curves().band().high().highestBetween(from, to));
        }
        for (PublishedOverlay overlay : data.overlays()) {
            highest = Math.max(highest, overlay.curve().highestBetween(from, to));
        }
        axis.fit(highest);
    }

    /** The values at a time. */
    static List<TimelineReading.Value> read(
            TimelineData data, double second, IntUnaryOperator colours, ChartTheme theme) {
        List<TimelineReading.Value> values = new ArrayList<>();
        if (data.asBand()) {
            BandCurves band = data.curves().band();
            values.add(new TimelineReading.Value(
                    "95th percentile", theme.accent(), band.high().nearestY(second)));
            values.add(new TimelineReading.Value(
                    "median", theme.accent(), band.middle().nearestY(second)));
            values.add(new TimelineReading.Value(
                    "5th percentile", theme.accent(), band.low().nearestY(second)));
        }
        for (TrialCurves.FunctionCurve line : data.curves().lines()) {
            values.add(new TimelineReading.Value(
                    data.name(line),
                    theme.line(colours.applyAsInt(line.functionIndex())),
                    line.curve().nearestY(second)));
        }
        data.overlays()
                .forEach(overlay -> values.add(new TimelineReading.Value(
                        overlay.name(), theme.muted(), overlay.curve().nearestY(second))));
        return values;
    }

    void paint(TimelineData data, IntUnaryOperator colours, ChartTheme theme) {
        boolean pale = !data.means().lines().isEmpty();
        paint(lineRenderer, data, data.curves().lines(), pale, colours, theme);
        paint(meanRenderer, data, data.means().lines(), false, colours, theme);
        for (int number = 0; number < data.overlays().size(); number++) {
            publishedRenderer.line(number, theme.muted(), LegendItems.overlayStroke(number));
        }
    }

    private static void paint(
            CurveRenderer renderer,
            TimelineData data,
            List<TrialCurves.FunctionCurve> drawn,
            boolean pale,
            IntUnaryOperator colours,
            ChartTheme theme) {
        for (int number = 0; number < drawn.size(); number++) {
            int functionIndex = drawn.get(number).functionIndex();
            Color colour = theme.line(colours.applyAsInt(functionIndex));
            BasicStroke stroke = data.failed().contains(functionIndex)
                    ? LegendItems.dashed(1.6)
                    : LegendItems.solid(pale ? 1.1 : 1.8);
            renderer.line(number, pale ? ChartTheme.withAlpha(colour, PALE) : colour, stroke);
        }
    }

    private static List<Curve> curves(List<TrialCurves.FunctionCurve> lines) {
        return lines.stream().map(TrialCurves.FunctionCurve::curve).toList();
    }
}
