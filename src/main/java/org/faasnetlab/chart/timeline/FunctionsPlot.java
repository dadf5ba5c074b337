package org.faasnetlab.chart.timeline;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.plot.BandDataset;
import org.faasnetlab.chart.plot.BandwidthAxis;
import org.faasnetlab.chart.plot.CurveDataset;
import org.faasnetlab.chart.plot.CurveRenderer;
import org.faasnetlab.chart.plot.EndLabels;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.ReferenceMarkers;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.SeriesRenderingOrder;
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
    private final BandwidthAxis axis;
    private final XYPlot plot;

    FunctionsPlot(ChartTheme theme) {
        axis = new BandwidthAxis(theme.text(Phrase.of("Per function")), 34);
        plot = TimelineChart.plot(axis);
        // Highlighted lines come last.
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        bandRenderer.setDefaultStroke(LegendItems.solid(2));
        bandRenderer.setAutoPopulateSeriesPaint(false);
        bandRenderer.setAutoPopulateSeriesStroke(false);
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
        bandRenderer.setDefaultPaint(theme.accent());
        bandRenderer.setDefaultFillPaint(theme.accent());
    }

    void show(TimelineData data, LineStyles styles, BandwidthUnit unit) {
        axis.setUnit(rates(data).unit(unit));
        TimelineChart.scale(plot, data.curves().hasPoints());
        band.show(data.asBand() ? data.curves().band() : BandCurves.NONE);
        lines.show(curves(ordered(data.curves().lines(), styles)));
        means.show(curves(ordered(data.means().lines(), styles)));
        published.show(data.overlays().stream().map(PublishedOverlay::curve).toList());
    }

    /** Scales the axis to what is drawn in this part of the time, from 0 unless it is logarithmic. */
    void fit(TimelineData data, double from, double to, boolean logarithmic) {
        rates(data).scale(axis, from, to, logarithmic);
    }

    /** The unit of the axis. */
    BandwidthUnit unit() {
        return axis.unit();
    }

    /** Reference lines that are too far above the functions to be drawn. */
    List<LegendItem> legend(TimelineData data, ChartTheme theme) {
        DrawnRates rates = rates(data);
        return ReferenceMarkers.legend(rates.references(), rates.highest(), axis.unit(), theme);
    }

    private static DrawnRates rates(TimelineData data) {
        List<Curve> curves = new ArrayList<>(curves(data.curves().lines()));
        if (data.asBand()) {
            curves.add(data.curves().band().low());
            curves.add(data.curves().band().high());
        }
        data.overlays().forEach(overlay -> curves.add(overlay.curve()));
        return new DrawnRates(curves, null, ReferenceLine.ofScope(ReferenceLine.Scope.FUNCTION, data.references()));
    }

    /** @param number of this plot from the top; -1 if it is not drawn */
    List<ChartMark> marks(TimelineData data, int number, LineStyles styles, ChartTheme theme) {
        List<ChartMark> marks = new ArrayList<>();
        if (data.asBand()) {
            BandCurves of = data.curves().band();
            Color colour = theme.accent();
            marks.add(mark(number, theme.text(Phrase.of("95th percentile")), colour, null, of.high()));
            marks.add(mark(number, theme.text(Phrase.of("median")), colour, null, of.middle()));
            marks.add(mark(number, theme.text(Phrase.of("5th percentile")), colour, null, of.low()));
        }
        for (TrialCurves.FunctionCurve line : data.curves().lines()) {
            Color colour = theme.line(styles.number(line.functionIndex()));
            marks.add(mark(number, theme.text(data.name(line)), colour, line.functionIndex(), line.curve()));
        }
        data.overlays()
                .forEach(overlay -> marks.add(mark(number, overlay.name(), theme.muted(), null, overlay.curve())));
        return marks;
    }

    private ChartMark mark(int plot, String name, Color colour, @Nullable Integer function, Curve curve) {
        return new ChartMark.Line(plot, name, colour, function, curve, false, rate -> unit().text(new Bandwidth(rate)));
    }

    void paint(TimelineData data, LineStyles styles, ChartTheme theme) {
        boolean pale = !data.means().lines().isEmpty();
        paint(lineRenderer, ordered(data.curves().lines(), styles), pale, styles, theme);
        paint(meanRenderer, ordered(data.means().lines(), styles), false, styles, theme);
        for (int number = 0; number < data.overlays().size(); number++) {
            publishedRenderer.line(number, theme.muted(), LegendItems.overlayStroke(number));
        }
        DrawnRates rates = rates(data);
        ReferenceMarkers.show(plot, rates.references(), rates.highest(), List.of(), axis.unit(), theme);
        if (data.hasEndLabels()) {
            List<EndLabels.EndLabel> names = new ArrayList<>();
            for (TrialCurves.FunctionCurve line : data.curves().lines()) {
                names.add(new EndLabels.EndLabel(
                        line.functionIndex() + (data.failed().contains(line.functionIndex()) ? " \u2715" : ""),
                        line.curve(),
                        colour(line.functionIndex(), false, styles, theme),
                        theme.stroke(styles.number(line.functionIndex()), 1.8)));
            }
            plot.addAnnotation(new EndLabels(names, theme), false);
        }
    }

    /** Highlighted lines last, so that they lie on top. */
    private static List<TrialCurves.FunctionCurve> ordered(List<TrialCurves.FunctionCurve> all, LineStyles styles) {
        return all.stream()
                .sorted(Comparator.comparing(line -> !styles.isPale(line.functionIndex())))
                .toList();
    }

    private static void paint(
            CurveRenderer renderer,
            List<TrialCurves.FunctionCurve> drawn,
            boolean pale,
            LineStyles styles,
            ChartTheme theme) {
        for (int number = 0; number < drawn.size(); number++) {
            int functionIndex = drawn.get(number).functionIndex();
            renderer.line(
                    number,
                    colour(functionIndex, pale, styles, theme),
                    theme.stroke(styles.number(functionIndex), width(functionIndex, pale, styles)));
        }
    }

    private static double width(int functionIndex, boolean pale, LineStyles styles) {
        if (styles.isHighlighted(functionIndex)) {
            return pale ? 1.8 : 2.8;
        }
        return pale ? 1.1 : 1.8;
    }

    private static Color colour(int functionIndex, boolean pale, LineStyles styles, ChartTheme theme) {
        Color colour = theme.line(styles.number(functionIndex));
        if (styles.isPale(functionIndex)) {
            return ChartTheme.behind(colour);
        }
        return pale ? ChartTheme.withAlpha(colour, PALE) : colour;
    }

    private static List<Curve> curves(List<TrialCurves.FunctionCurve> lines) {
        return lines.stream().map(TrialCurves.FunctionCurve::curve).toList();
    }
}
