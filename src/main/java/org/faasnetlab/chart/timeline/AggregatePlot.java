package org.faasnetlab.chart.timeline;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.BandCurves;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.plot.BandDataset;
import org.faasnetlab.chart.plot.BandwidthAxis;
import org.faasnetlab.chart.plot.CurveDataset;
import org.faasnetlab.chart.plot.CurveRenderer;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.LevelLines.LevelLine;
import org.faasnetlab.chart.plot.ReferenceMarkers;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Bandwidth;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;

/** The lower part of a timeline: all functions together. */
final class AggregatePlot {
    private static final int PALE = 140;

    private final BandDataset area = new BandDataset();
    private final CurveDataset mean = new CurveDataset();
    private final DeviationRenderer areaRenderer = new DeviationRenderer(true, false);
    private final CurveRenderer meanRenderer = new CurveRenderer();
    private final BandwidthAxis axis;
    private final XYPlot plot;

    AggregatePlot(ChartTheme theme) {
        axis = new BandwidthAxis(theme.text(Phrase.of("Aggregate")), 34);
        plot = TimelineChart.plot(axis);
        // Room above the data for the label of the common window.
        axis.setUpperMargin(0.2);
        areaRenderer.setAlpha(0.18f);
        areaRenderer.setAutoPopulateSeriesPaint(false);
        areaRenderer.setAutoPopulateSeriesStroke(false);
        areaRenderer.setDefaultCreateEntities(false);
        plot.setDataset(0, area);
        plot.setRenderer(0, areaRenderer);
        // The thin line of the second direction lies on that of the first, where both are the same.
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDataset(1, mean);
        plot.setRenderer(1, meanRenderer);
    }

    XYPlot plot() {
        return plot;
    }

    void applyTheme(ChartTheme theme) {
        theme.style(plot);
        theme.style(axis);
        areaRenderer.setDefaultFillPaint(theme.aggregate());
    }

    void show(TimelineData data, BandwidthUnit unit) {
        axis.setUnit(rates(data).unit(unit));
        TimelineChart.scale(plot, data.curves().hasPoints());
        boolean apart = !data.directions().isEmpty();
        area.show(apart ? BandCurves.NONE : BandCurves.under(data.curves().aggregate()));
        mean.show(
                apart
                        ? data.directions().stream()
                                .flatMap(curves -> curves.drawn().stream())
                                .toList()
                        : List.of(data.means().aggregate()));
    }

    /** Scales the axis to what is drawn in this part of the time, from 0 unless it is logarithmic. */
    void fit(TimelineData data, double from, double to, boolean logarithmic) {
        rates(data).scale(axis, from, to, logarithmic);
    }

    /** The unit of the axis. */
    BandwidthUnit unit() {
        return axis.unit();
    }

    private static DrawnRates rates(TimelineData data) {
        List<Curve> curves = data.directions().isEmpty()
                ? List.of(data.curves().aggregate(), data.means().aggregate())
                : data.directions().stream()
                        .flatMap(direction -> direction.drawn().stream())
                        .toList();
        return new DrawnRates(
                curves, data.window(), ReferenceLine.ofScope(ReferenceLine.Scope.ALL_FUNCTIONS, data.references()));
    }

    /** @param number of this plot from the top; -1 if it is not drawn */
    List<ChartMark> marks(TimelineData data, int number, ChartTheme theme) {
        if (data.directions().isEmpty()) {
            return List.of(mark(
                    number,
                    Phrase.of("all functions"),
                    theme.aggregate(),
                    data.curves().aggregate(),
                    theme));
        }
        return IntStream.range(0, data.directions().size())
                .mapToObj(direction -> mark(
                        number,
                        Phrase.of(
                                "all functions, {0}",
                                data.directions().get(direction).direction()),
                        colour(direction, theme),
                        data.directions().get(direction).aggregate(),
                        theme))
                .toList();
    }

    private ChartMark mark(int plot, Phrase name, Color colour, Curve curve, ChartTheme theme) {
        return new ChartMark.Line(plot, theme.text(name), colour, curve, rate -> unit().text(new Bandwidth(rate)));
    }

    void paint(TimelineData data, ChartTheme theme) {
        boolean pale = data.means().aggregate().size() > 0;
        areaRenderer.setDefaultPaint(pale ? ChartTheme.withAlpha(theme.aggregate(), PALE) : theme.aggregate());
        areaRenderer.setDefaultStroke(LegendItems.solid(pale ? 1.1 : 2));
        meanRenderer.line(0, theme.aggregate(), LegendItems.solid(2));
        for (int number = 0; number < data.directions().size(); number++) {
            Color color = colour(number, theme);
            boolean under = data.directions().get(number).mean().size() > 0;
            meanRenderer.line(
                    2 * number,
                    under ? ChartTheme.withAlpha(color, PALE) : color,
                    under ? LegendItems.solid(1.1) : stroke(number));
            meanRenderer.line(2 * number + 1, color, stroke(number));
        }
        List<LevelLine> means = data.window() == null ? List.of() : means(data, data.window(), theme);
        DrawnRates rates = rates(data);
        ReferenceMarkers.show(plot, rates.references(), rates.highest(), means, axis.unit(), theme);
    }

    /** What the lines of a trial in both directions stand for, and reference lines that are too far above to be drawn. */
    List<LegendItem> legend(TimelineData data, ChartTheme theme) {
        List<LegendItem> items = new ArrayList<>(ofDirections(data, theme));
        DrawnRates rates = rates(data);
        items.addAll(ReferenceMarkers.legend(rates.references(), rates.highest(), axis.unit(), theme));
        return items;
    }

    private static List<LegendItem> ofDirections(TimelineData data, ChartTheme theme) {
        return IntStream.range(0, data.directions().size())
                .mapToObj(number -> LegendItems.line(
                        theme.text(Phrase.of(
                                "all functions, {0}",
                                data.directions().get(number).direction())),
                        colour(number, theme),
                        stroke(number)))
                .toList();
    }

    private static Color colour(int number, ChartTheme theme) {
        return number == 0 ? theme.aggregate() : theme.text();
    }

    /** Another width beside another shade, so that neither direction has the colour of a function. */
    private static BasicStroke stroke(int number) {
        return LegendItems.solid(number == 0 ? 3.2 : 1.3);
    }

    /** The mean over the common window, in a trial in both directions that of each. */
    private List<LevelLine> means(TimelineData data, TimelineData.CommonWindowMean window, ChartTheme theme) {
        String seconds = String.format(Locale.ROOT, "%.1f", window.endSecond() - window.startSecond());
        if (data.directions().isEmpty()) {
            Phrase label = Phrase.of("{0} over the common window of {1} s", unit().text(window.mean()), seconds);
            return List.of(mean(window, theme.text(label), window.mean()));
        }
        List<LevelLine> means = new ArrayList<>();
        for (DirectionCurves curves : data.directions()) {
            Bandwidth mean = curves.overWindow();
            if (mean != null) {
                Phrase label = Phrase.of(
                        "{0} {1} over the common window of {2} s", curves.direction(), unit().text(mean), seconds);
                means.add(mean(window, theme.text(label), mean));
            }
        }
        return means;
    }

    private static LevelLine mean(TimelineData.CommonWindowMean window, String label, Bandwidth mean) {
        return new LevelLine(label, mean.bitsPerSecond(), window.startSecond(), window.endSecond());
    }
}
