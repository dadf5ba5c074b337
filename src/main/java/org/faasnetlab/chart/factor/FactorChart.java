package org.faasnetlab.chart.factor;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.plot.ChartFrame;
import org.faasnetlab.chart.plot.CurveLayer;
import org.faasnetlab.chart.plot.CurveRenderer;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.MetricAxis;
import org.faasnetlab.chart.plot.SpacedAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Draws a metric by a factor: the median of the functions as lines with confidence intervals, or as bars side by side
 * with the total of all functions as lines over them.
 */
final class FactorChart {
    private static final double LINE_OFFSET = 0.008;
    private static final double GROUP_WIDTH = 0.6;
    private static final int BAR_OPACITY = 190;
    private static final int MAX_LABELS = 24;
    private static final Phrase MEDIAN = Phrase.of("median");
    private static final Phrase PER_FUNCTION = Phrase.of("per function, median");
    private static final Phrase AGGREGATE = Phrase.of("all functions, aggregate");
    private static final Phrase STEADY = Phrase.of("all functions, steady aggregate");

    private final FactorData data;
    private final ChartTheme theme;
    private final FactorScale scale;
    private final XYPlot plot;
    private final List<LegendItem> legend = new ArrayList<>();
    private final List<ChartMark.Box> marks = new ArrayList<>();
    private final BandwidthUnit unit;

    private FactorChart(
            FactorData data, ChartTheme theme, FactorScale scale, Phrase bandwidthLabel, BandwidthUnit unit) {
        this.data = data;
        this.theme = theme;
        this.scale = scale;
        this.unit = unit;
        SpacedAxis values = MetricAxis.of(data.metric(), bandwidthLabel, 34, unit, theme);
        theme.style(values);
        plot = scale.plot(data.factor(), values, theme);
    }

    static JFreeChart of(FactorData data, ChartTheme theme, BandwidthUnit unit) {
        return drawn(data, theme, unit).framed();
    }

    /** What can be read from it. */
    static ChartMarks marks(FactorData data, ChartTheme theme, BandwidthUnit unit) {
        return ChartMarks.ofBoxes(drawn(data, theme, unit).marks);
    }

    private static FactorChart drawn(FactorData data, ChartTheme theme, BandwidthUnit unit) {
        FactorChart chart = switch (data.style()) {
            case LINES ->
                new FactorChart(data, theme, FactorScale.byValue(data.values()), Phrase.of("Per function"), unit);
            case BARS ->
                new FactorChart(data, theme, FactorScale.evenlySpaced(data.values()), Phrase.of("Bandwidth"), unit);
        };
        switch (data.style()) {
            case LINES -> chart.lines();
            case BARS -> chart.bars();
        }
        chart.addInvalid();
        chart.addLimits();
        chart.addOverlays();
        return chart;
    }

    private void lines() {
        CurveLayer intervals = new CurveLayer(new CurveRenderer());
        CurveLayer lines = new CurveLayer(new CurveRenderer());
        CurveLayer dots = new CurveLayer(new CurveRenderer().markersOnly(CurveRenderer.dot(3.5)));
        CurveLayer hollow = new CurveLayer(
                new CurveRenderer().markersOnly(CurveRenderer.dot(4)).hollow());
        for (int number = 0; number < data.lines().size(); number++) {
            FactorLine<FactorData.Point> line = data.lines().get(number);
            // Lines are drawn slightly apart, so that their intervals do not overlap.
            double offset = (number - (data.lines().size() - 1) / 2.0) * LINE_OFFSET * scale.length();
            Color colour = theme.line(number);
            Curve.Builder medians = new Curve.Builder();
            Curve.Builder valid = new Curve.Builder();
            Curve.Builder invalid = new Curve.Builder();
            Curve.Builder bars = new Curve.Builder();
            for (FactorData.Point point : line.points()) {
                double x = scale.position(point.x()) + offset;
                medians.add(x, point.each().median());
                (point.valid() ? valid : invalid).add(x, point.each().median());
                label(point, x, point.each().top());
                addInterval(bars, x, point.each());
                marks.add(point(line.name(), colour, x, point.each().median(), facts(point, MEDIAN, point.each())));
            }
            BasicStroke stroke = theme.stroke(number, 1.8);
            lines.add(medians.build(), colour, stroke);
            dots.add(valid.build(), colour, LegendItems.solid(1.8));
            hollow.add(invalid.build(), colour, LegendItems.solid(1.8));
            intervals.add(bars.build(), colour, LegendItems.solid(1.4));
            if (!line.name().isEmpty()) {
                legend.add(LegendItems.ofLine(
                        number, line.isDrawn(), LegendItems.line(theme.text(line.name()), colour, stroke)));
            }
        }
        intervals.addTo(plot);
        lines.addTo(plot);
        dots.addTo(plot);
        hollow.addTo(plot);
        legend.add(LegendItems.line(theme.text(samples()), theme.muted(), LegendItems.solid(1.4)));
    }

    private ChartMark.Box point(Phrase line, Color colour, double x, double y, List<Phrase> facts) {
        return ChartMark.Box.point(0, 0, theme.text(line), colour, x, y, theme.texts(facts));
    }

    private List<Phrase> facts(FactorData.Point point, Phrase what, Estimate estimate) {
        return FactorFacts.of(
                data.factor(),
                scale.text(point.x()),
                FactorFacts.estimate(what, estimate, value -> data.text(value, unit)),
                estimate == point.each() ? FactorFacts.sample(point) : FactorFacts.sampleOfTotal(point),
                point.valid());
    }

    private static void addInterval(Curve.Builder bars, double x, Estimate estimate) {
        if (estimate.hasInterval()) {
            bars.addSegment(x, estimate.low(), x, estimate.high());
        }
    }

    private void addInvalid() {
        if (FactorLine.hasInvalid(data.lines())) {
            legend.add(LegendItems.invalid(theme));
        }
    }

    private void bars() {
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        XYBarRenderer renderer = new FactorBars(data);
        CurveLayer intervals = new CurveLayer(new CurveRenderer());
        CurveLayer totals = new CurveLayer(new CurveRenderer().withMarkers(CurveRenderer.dot(3.5)));
        CurveLayer steadies = new CurveLayer(new CurveRenderer().withMarkers(CurveRenderer.square(3.5)));
        List<ChartMark.Box> points = new ArrayList<>();
        double width = GROUP_WIDTH / Math.max(1, data.lines().size());
        for (int number = 0; number < data.lines().size(); number++) {
            FactorLine<FactorData.Point> line = data.lines().get(number);
            XYIntervalSeries series = new XYIntervalSeries(number);
            Curve.Builder total = new Curve.Builder();
            Curve.Builder ends = new Curve.Builder();
            Curve.Builder steady = new Curve.Builder();
            Curve.Builder totalEnds = new Curve.Builder();
            Curve.Builder steadyEnds = new Curve.Builder();
            Color totalColour = theme.line(data.lines().size() == 1 ? 1 : number);
            Color steadyColour = theme.line(data.lines().size() == 1 ? 2 : number);
            for (FactorData.Point point : line.points()) {
                double from = scale.position(point.x()) - GROUP_WIDTH / 2 + number * width;
                series.add(
                        from + width / 2,
                        from,
                        from + width * 0.94,
                        point.each().median(),
                        0,
                        point.each().median());
                double middle = from + width * 0.47;
                marks.add(new ChartMark.Box(
                        0,
                        0,
                        theme.text(line.name()),
                        theme.line(number),
                        new Range(from, from + width * 0.94),
                        new Range(
                                Math.min(0, point.each().median()),
                                Math.max(0, point.each().median())),
                        theme.texts(facts(point, PER_FUNCTION, point.each()))));
                addInterval(ends, middle, point.each());
                label(point, middle, 0);
                if (point.total().isKnown()) {
                    total.add(from + width / 2, point.total().median());
                    points.add(point(
                            line.name(),
                            totalColour,
                            from + width / 2,
                            point.total().median(),
                            facts(point, AGGREGATE, point.total())));
                    addInterval(totalEnds, from + width / 2, point.total());
                }
                if (point.steady().isKnown()) {
                    steady.add(from + width / 2, point.steady().median());
                    points.add(point(
                            line.name(),
                            steadyColour,
                            from + width / 2,
                            point.steady().median(),
                            facts(point, STEADY, point.steady())));
                    addInterval(steadyEnds, from + width / 2, point.steady());
                }
            }
            bars.addSeries(series);
            intervals.add(ends.build(), theme.shade(number, theme.text()), LegendItems.solid(1.2));
            Color barColour = ChartTheme.withAlpha(theme.line(number), BAR_OPACITY);
            renderer.setSeriesPaint(number, barColour);
            totals.add(total.build(), totalColour, LegendItems.solid(2));
            intervals.add(totalEnds.build(), totalColour, LegendItems.solid(1.2));
            UnaryOperator<Phrase> name =
                    what -> line.name().isEmpty() ? what : Phrase.of("{0}: {1}", line.name(), what);
            legend.add(LegendItems.ofLine(
                    number, line.isDrawn(), LegendItems.box(theme.text(name.apply(PER_FUNCTION)), barColour)));
            legend.add(LegendItems.ofLine(
                    number,
                    line.isDrawn(),
                    LegendItems.line(theme.text(name.apply(AGGREGATE)), totalColour, LegendItems.solid(2))));
            Curve steadyCurve = steady.build();
            if (steadyCurve.size() > 0) {
                steadies.add(steadyCurve, steadyColour, LegendItems.solid(1.4));
                intervals.add(steadyEnds.build(), steadyColour, LegendItems.solid(1.2));
                legend.add(LegendItems.ofLine(
                        number,
                        line.isDrawn(),
                        LegendItems.line(
                                theme.text(name.apply(
                                        Phrase.of("all functions, steady aggregate (after the last burst; squares)"))),
                                steadyColour,
                                LegendItems.solid(1.4))));
            }
        }
        plot.setDataset(0, bars);
        plot.setRenderer(0, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        intervals.addTo(plot);
        legend.add(LegendItems.line(theme.text(samples()), theme.text(), LegendItems.solid(1.2)));
        totals.addTo(plot);
        steadies.addTo(plot);
        // They are drawn over the bars.
        marks.addAll(points);
    }

    /** What the intervals are, and what the labels mean, or what all of them would say. */
    private Phrase samples() {
        boolean overTime = data.style() == FactorData.Style.BARS
                && data.lines().stream()
                        .flatMap(line -> line.points().stream())
                        .anyMatch(point -> point.trials() == 1 && point.total().hasInterval());
        return overTime ? Phrase.of("{0}; aggregates of a single trial: over its time", ofFunctions()) : ofFunctions();
    }

    private Phrase ofFunctions() {
        return switch (sizes().size()) {
            case 0 -> Phrase.of("95 % CI of the median");
            case 1 -> {
                FactorData.Point point = data.lines().stream()
                        .flatMap(line -> line.points().stream())
                        .findFirst()
                        .orElseThrow();
                yield point.trials() > 1
                        ? Phrase.of("95 % CI of the median; {0} trials each", point.trials())
                        : Phrase.of(
                                point.n() == 1
                                        ? "95 % CI of the median; 1 function of a single trial"
                                        : "95 % CI of the median; {0} functions of a single trial",
                                point.n());
            }
            default -> Phrase.of("95 % CI of the median; n: trials, or (n): functions of a single trial");
        };
    }

    private Set<String> sizes() {
        return data.lines().stream()
                .flatMap(line -> line.points().stream())
                .map(FactorChart::size)
                .collect(Collectors.toSet());
    }

    private static String size(FactorData.Point point) {
        return point.trials() > 1 ? "n=" + point.trials() : "(n=" + point.n() + ")";
    }

    /** The size of the sample, where sizes differ and there are so few that their labels do not overlap. */
    private void label(FactorData.Point point, double x, double y) {
        long points =
                data.lines().stream().mapToLong(line -> line.points().size()).sum();
        if (points > MAX_LABELS || sizes().size() == 1) {
            return;
        }
        XYTextAnnotation label = new XYTextAnnotation(size(point), x, y);
        label.setTextAnchor(TextAnchor.BOTTOM_CENTER);
        label.setFont(theme.font(Font.PLAIN, 9));
        label.setPaint(theme.text());
        plot.addAnnotation(label, false);
    }

    private void addLimits() {
        CurveLayer lines = new CurveLayer(new CurveRenderer());
        double highest = data.highest();
        for (FactorLimits.Limit limit : data.limits()) {
            Curve.Builder drawn = new Curve.Builder();
            int inReach = 0;
            for (int point = 0; point < limit.curve().size(); point++) {
                double rate = limit.curve().y(point);
                boolean near = ReferenceLine.isInReach(rate, highest);
                inReach += near ? 1 : 0;
                drawn.add(scale.position(limit.curve().x(point)), near ? rate : Double.NaN);
            }
            lines.add(drawn.build(), theme.text(), LegendItems.reference());
            legend.add(LegendItems.line(
                    theme.text(inReach == 0 ? ReferenceLine.beyond(limit.text(unit)) : limit.text(unit)),
                    theme.text(),
                    LegendItems.reference()));
        }
        lines.addTo(plot);
    }

    private void addOverlays() {
        CurveLayer.ofOverlays(
                        scale.position(data.overlays()), theme, new CurveRenderer().withMarkers(CurveRenderer.dot(2.5)))
                .addTo(plot);
        legend.addAll(LegendItems.forOverlays(data.overlays(), theme));
        marks.addAll(
                FactorFacts.ofOverlays(data.overlays(), scale, data.factor(), theme, value -> data.text(value, unit)));
    }

    private JFreeChart framed() {
        return ChartFrame.around(plot, data.head(), legend, theme);
    }

    /** Bars of valid cells are filled, the others hollow. */
    private static final class FactorBars extends XYBarRenderer {
        private static final long serialVersionUID = 1L;
        private static final Color NONE = new Color(0, true);

        private final transient FactorData data;

        FactorBars(FactorData data) {
            this.data = data;
            setBarPainter(new StandardXYBarPainter());
            setShadowVisible(false);
            setDrawBarOutline(true);
            setDefaultCreateEntities(false);
        }

        private boolean isValid(int line, int point) {
            return data.lines().get(line).points().get(point).valid();
        }

        @Override
        public Paint getItemPaint(int line, int point) {
            return isValid(line, point) ? super.getItemPaint(line, point) : NONE;
        }

        @Override
        public Paint getItemOutlinePaint(int line, int point) {
            return isValid(line, point) ? NONE : super.getItemPaint(line, point);
        }
    }
}
