package org.faasnetlab.chart.factor;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.plot.ChartFrame;
import org.faasnetlab.chart.plot.CurveLayer;
import org.faasnetlab.chart.plot.CurveRenderer;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.SpacedAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;

/** Draws the response time of a job over the left axis and its cost, with squares, over the right one. */
final class ResponseChart {
    private static final Phrase TIME = Phrase.of("response time");
    private static final Phrase COST = Phrase.of("cost of 1,000 jobs");

    private ResponseChart() {}

    static ChartMarks marks(ResponseData data, ChartTheme theme) {
        FactorScale scale = FactorScale.byValue(data.values());
        List<ChartMark.Box> marks = new ArrayList<>();
        for (int number = 0; number < data.lines().size(); number++) {
            FactorLine<ResponseData.Point> line = data.lines().get(number);
            for (ResponseData.Point point : line.points()) {
                double x = scale.position(point.x());
                String name = theme.text(line.name());
                marks.add(ChartMark.Box.point(
                        0,
                        0,
                        name,
                        theme.line(number),
                        x,
                        point.seconds().median(),
                        theme.texts(facts(data, scale, point, TIME, point.seconds(), ResponseData::seconds))));
                if (point.usd().isKnown()) {
                    marks.add(ChartMark.Box.point(
                            0,
                            1,
                            name,
                            costColour(data, number, theme),
                            x,
                            point.usd().median(),
                            theme.texts(facts(data, scale, point, COST, point.usd(), ResponseData::usd))));
                }
            }
        }
        marks.addAll(FactorFacts.ofOverlays(data.overlays(), scale, data.factor(), theme, ResponseData::seconds));
        return ChartMarks.ofBoxes(marks);
    }

    private static List<Phrase> facts(
            ResponseData data,
            FactorScale scale,
            ResponseData.Point point,
            Phrase what,
            Estimate estimate,
            DoubleFunction<String> text) {
        return FactorFacts.of(
                data.factor(),
                scale.text(point.x()),
                FactorFacts.estimate(what, estimate, text),
                FactorFacts.trials(point.jobs()),
                point.valid());
    }

    private static Color costColour(ResponseData data, int number, ChartTheme theme) {
        return theme.line(data.lines().size() == 1 ? 1 : number);
    }

    static JFreeChart of(ResponseData data, ChartTheme theme) {
        FactorScale scale = FactorScale.byValue(data.values());
        XYPlot plot = scale.plot(data.factor(), axis(Phrase.of("Response time of the job, s"), theme), theme);
        plot.setRangeAxis(1, axis(Phrase.of("Cost of 1,000 jobs, US dollars"), theme));
        CurveLayer times = new CurveLayer(new CurveRenderer());
        CurveLayer costs = new CurveLayer(new CurveRenderer().withMarkers(CurveRenderer.square(3)));
        CurveLayer dots = new CurveLayer(new CurveRenderer().markersOnly(CurveRenderer.dot(3.5)));
        CurveLayer hollow = new CurveLayer(
                new CurveRenderer().markersOnly(CurveRenderer.dot(4)).hollow());
        CurveLayer intervals = new CurveLayer(new CurveRenderer());
        CurveLayer costIntervals = new CurveLayer(new CurveRenderer());
        List<LegendItem> legend = new ArrayList<>();
        for (int number = 0; number < data.lines().size(); number++) {
            FactorLine<ResponseData.Point> line = data.lines().get(number);
            Curve.Builder seconds = new Curve.Builder();
            Curve.Builder valid = new Curve.Builder();
            Curve.Builder invalid = new Curve.Builder();
            Curve.Builder dollars = new Curve.Builder();
            Curve.Builder ends = new Curve.Builder();
            Curve.Builder costEnds = new Curve.Builder();
            for (ResponseData.Point point : line.points()) {
                double x = scale.position(point.x());
                seconds.add(x, point.seconds().median());
                (point.valid() ? valid : invalid).add(x, point.seconds().median());
                if (point.seconds().hasInterval()) {
                    ends.addSegment(x, point.seconds().low(), x, point.seconds().high());
                }
                if (point.usd().isKnown()) {
                    dollars.add(x, point.usd().median());
                }
                if (point.usd().hasInterval()) {
                    costEnds.addSegment(x, point.usd().low(), x, point.usd().high());
                }
                label(plot, point, x, theme);
            }
            Color colour = theme.line(number);
            Color costColour = costColour(data, number, theme);
            BasicStroke stroke = theme.stroke(number, 1.8);
            times.add(seconds.build(), colour, stroke);
            intervals.add(ends.build(), colour, LegendItems.solid(1.2));
            dots.add(valid.build(), colour, LegendItems.solid(1.8));
            hollow.add(invalid.build(), colour, LegendItems.solid(1.8));
            costs.add(dollars.build(), costColour, LegendItems.solid(1.6));
            costIntervals.add(costEnds.build(), costColour, LegendItems.solid(1.2));
            UnaryOperator<Phrase> name =
                    what -> line.name().isEmpty() ? what : Phrase.of("{0}: {1}", line.name(), what);
            legend.add(LegendItems.ofLine(
                    number,
                    line.isDrawn(),
                    LegendItems.line(theme.text(name.apply(Phrase.of("response time (left)"))), colour, stroke)));
            legend.add(LegendItems.ofLine(
                    number,
                    line.isDrawn(),
                    LegendItems.line(
                            theme.text(name.apply(Phrase.of("cost (right, squares)"))),
                            costColour,
                            LegendItems.solid(1.6))));
        }
        if (data.lines().stream()
                .flatMap(line -> line.points().stream())
                .anyMatch(point -> point.seconds().hasInterval())) {
            legend.add(LegendItems.line(
                    theme.text(Phrase.of("95 % CI of the median over trials")), theme.muted(), LegendItems.solid(1.2)));
        }
        times.addTo(plot);
        intervals.addTo(plot);
        dots.addTo(plot);
        hollow.addTo(plot);
        if (FactorLine.hasInvalid(data.lines())) {
            legend.add(LegendItems.invalid(theme));
        }
        plot.mapDatasetToRangeAxis(costs.addTo(plot), 1);
        plot.mapDatasetToRangeAxis(costIntervals.addTo(plot), 1);
        CurveLayer.ofOverlays(
                        scale.position(data.overlays()), theme, new CurveRenderer().withMarkers(CurveRenderer.dot(2.5)))
                .addTo(plot);
        legend.addAll(LegendItems.forOverlays(data.overlays(), theme));
        return ChartFrame.around(plot, data.head(), legend, theme);
    }

    /** The number of trials, above the response time. */
    private static void label(XYPlot plot, ResponseData.Point point, double x, ChartTheme theme) {
        XYTextAnnotation label =
                new XYTextAnnotation("n=" + point.jobs(), x, point.seconds().top());
        label.setTextAnchor(TextAnchor.BOTTOM_CENTER);
        label.setFont(theme.font(Font.PLAIN, 9));
        label.setPaint(theme.text());
        plot.addAnnotation(label, false);
    }

    private static NumberAxis axis(Phrase label, ChartTheme theme) {
        NumberAxis axis = new SpacedAxis(34);
        axis.setLabel(theme.text(label));
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        axis.setAutoRangeIncludesZero(true);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0.12);
        axis.setAutoRangeMinimumSize(1e-6);
        theme.style(axis);
        return axis;
    }
}
