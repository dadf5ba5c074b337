package org.faasnetlab.chart.distribution;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.chart.data.ChartMark;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.data.ReferenceLine;
import org.faasnetlab.chart.plot.ChartFrame;
import org.faasnetlab.chart.plot.CurveLayer;
import org.faasnetlab.chart.plot.CurveRenderer;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.MetricAxis;
import org.faasnetlab.chart.plot.SpacedAxis;
import org.faasnetlab.chart.plot.TickAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** Draws a box plot of each cell above, and below it the distributions, over the same values. */
final class DistributionChart {
    /** Of so few functions all are drawn, of more only those beyond the whiskers. */
    private static final int MAX_DOTS = 20;

    private static final double BOXES_HEIGHT = 200;
    private static final int BOX_OPACITY = 120;
    private static final int INVALID_OPACITY = 35;
    private static final double MAX_ABOVE_CLOSE_VALUES = 1.1;

    /** Numbers of the plots. */
    private static final int BOXES = 0;

    private static final int SHARES = 1;
    private static final double HALF_BOX = 0.3;

    /** Relative heights of the plots: that of the boxes grows with their number. */
    private static final int MIN_ROWS = 2;

    private static final int MAX_ROWS = 6;
    private static final int CURVES_HEIGHT = 3;

    private DistributionChart() {}

    static JFreeChart of(DistributionData data, ChartTheme theme, BandwidthUnit unit, boolean logarithmic) {
        SpacedAxis values = MetricAxis.of(data.metric(), Phrase.of("Bandwidth per function"), 80, unit, theme);
        double top = top(data);
        values.setAutoRangeIncludesZero(isFromZero(data));
        values.setLowerMargin(0.06);
        values.setUpperMargin(0.06);
        if (logarithmic) {
            values.fitLogarithmic(positive(data, top));
        }
        theme.style(values);
        CombinedDomainXYPlot plots = new CombinedDomainXYPlot(values);
        plots.setGap(14);
        plots.setOutlineVisible(false);
        // Each row needs the height of its name.
        plots.add(boxes(data, theme), Math.max(MIN_ROWS, Math.min(data.groups().size(), MAX_ROWS)));
        plots.add(shares(data, theme, top), CURVES_HEIGHT);
        return ChartFrame.around(plots, data.head(), legend(data, theme, top, unit), theme);
    }

    /** The range of all that is drawn above 0. */
    private static Range positive(DistributionData data, double top) {
        DoubleStream limits = data.limits().stream()
                .mapToDouble(limit -> limit.bandwidth().bitsPerSecond())
                .filter(rate -> rate <= top);
        DoubleStream published =
                data.overlays().stream().mapToDouble(overlay -> overlay.curve().x(0));
        DoubleSummaryStatistics drawn = DoubleStream.concat(data.values(), DoubleStream.concat(limits, published))
                .filter(value -> value > 0)
                .summaryStatistics();
        return new Range(drawn.getMin(), drawn.getMax());
    }

    private static boolean isFromZero(DistributionData data) {
        return data.values().min().orElse(0) < data.highest() / 2;
    }

    /** Up to which value limits are drawn: one further above would leave the values little of the axis. */
    private static double top(DistributionData data) {
        return (isFromZero(data) ? ReferenceLine.MAX_ABOVE : MAX_ABOVE_CLOSE_VALUES) * data.highest();
    }

    static ChartMarks marks(DistributionData data, ChartTheme theme, BandwidthUnit unit) {
        List<ChartMark> marks = new ArrayList<>();
        for (int row = 0; row < data.groups().size(); row++) {
            DistributionData.Group group = data.groups().get(row);
            if (group.isHidden()) {
                continue;
            }
            String name = theme.text(group.name());
            Color colour = theme.line(row);
            int line = row;
            marks.add(new ChartMark.Box(
                    BOXES,
                    0,
                    name,
                    colour,
                    new Range(group.low(), group.high()),
                    new Range(row - HALF_BOX, row + HALF_BOX),
                    facts(data, group, theme, unit)));
            dots(group)
                    .forEach(value -> marks.add(ChartMark.Box.point(
                            BOXES,
                            0,
                            name,
                            colour,
                            value,
                            line,
                            List.of(theme.text(Phrase.of("a function: {0}", data.text(value, unit)))))));
            marks.add(ChartMark.Line.ofSteps(
                    SHARES,
                    name,
                    colour,
                    group.ecdf(),
                    share -> theme.text(Phrase.of(
                            "{0} % of {1}",
                            String.format(Locale.ROOT, "%.0f", share),
                            group.values().size()))));
        }
        double top = top(data);
        for (ReferenceLine limit : data.limits()) {
            double rate = limit.bandwidth().bitsPerSecond();
            if (rate <= top) {
                marks.add(upright(theme.text(limit.name()), theme.text(), rate, data.text(rate, unit)));
            }
        }
        for (PublishedOverlay overlay : data.overlays()) {
            double value = overlay.curve().x(0);
            marks.add(upright(overlay.name(), theme.muted(), value, data.text(value, unit)));
        }
        return ChartMarks.of(value -> data.text(value, unit), marks);
    }

    private static ChartMark upright(String name, Color colour, double value, String text) {
        return new ChartMark.Box(SHARES, 0, name, colour, new Range(value, value), new Range(0, 100), List.of(text));
    }

    private static List<String> facts(
            DistributionData data, DistributionData.Group group, ChartTheme theme, BandwidthUnit unit) {
        boolean percentiles = group.hasPercentiles();
        List<Phrase> facts = new ArrayList<>();
        facts.add(
                fact(percentiles ? Phrase.of("95th percentile") : Phrase.of("largest"), data.text(group.high(), unit)));
        facts.add(fact(Phrase.of("75th percentile"), data.text(group.p75(), unit)));
        facts.add(fact(Phrase.of("median"), data.text(group.median(), unit)));
        facts.add(fact(Phrase.of("25th percentile"), data.text(group.p25(), unit)));
        facts.add(
                fact(percentiles ? Phrase.of("5th percentile") : Phrase.of("smallest"), data.text(group.low(), unit)));
        facts.add(Phrase.of(
                group.values().size() == 1 ? "1 function" : "{0} functions",
                group.values().size()));
        if (!group.valid()) {
            facts.add(Phrase.of("the trials are invalid"));
        }
        return theme.texts(facts);
    }

    private static Phrase fact(Phrase name, String value) {
        return Phrase.of("{0}: {1}", name, value);
    }

    private static XYPlot boxes(DistributionData data, ChartTheme theme) {
        int rows = Math.max(1, data.groups().size());
        List<String> names = data.groups().stream()
                .map(group -> group.isHidden()
                        ? theme.text(Phrase.of("{0} (hidden)", group.name()))
                        : theme.text(group.name()) + " (n = " + group.values().size() + ")")
                .toList();
        NumberAxis axis = TickAxis.ofRows(names);
        theme.style(axis);
        XYPlot plot = new XYPlot(null, null, axis, null);
        theme.style(plot);
        plot.setRangeZeroBaselineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setNoDataMessage(theme.text(Phrase.of("No data: no function has finished.")));
        float thick = (float) Math.max(3, Math.min(26, BOXES_HEIGHT / rows * 0.5));
        BasicStroke boxStroke = new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        CurveLayer whiskers = new CurveLayer(new CurveRenderer());
        CurveLayer boxes = new CurveLayer(new CurveRenderer());
        CurveLayer dots = new CurveLayer(new CurveRenderer().markersOnly(CurveRenderer.dot(2.5)));
        CurveLayer hollow = new CurveLayer(
                new CurveRenderer().markersOnly(CurveRenderer.dot(2.5)).hollow());
        CurveLayer medians =
                new CurveLayer(new CurveRenderer().markersOnly(new Rectangle2D.Double(-1.5, -thick / 2, 3, thick)));
        for (int row = 0; row < data.groups().size(); row++) {
            DistributionData.Group group = data.groups().get(row);
            if (group.isHidden()) {
                continue;
            }
            Color colour = theme.line(row);
            whiskers.add(
                    new Curve.Builder()
                            .addSegment(group.low(), row, group.high(), row)
                            .build(),
                    colour,
                    LegendItems.solid(1.4));
            boxes.add(
                    new Curve.Builder()
                            .addSegment(group.p25(), row, group.p75(), row)
                            .build(),
                    ChartTheme.withAlpha(colour, group.valid() ? BOX_OPACITY : INVALID_OPACITY),
                    boxStroke);
            (group.valid() ? dots : hollow).add(dots(group, row), colour, LegendItems.solid(1));
            medians.add(
                    new Curve.Builder().add(group.median(), row).build(),
                    theme.shade(row, theme.text()),
                    LegendItems.solid(1));
        }
        List.of(whiskers, boxes, dots, hollow, medians).forEach(layer -> layer.addTo(plot));
        return plot;
    }

    private static Curve dots(DistributionData.Group group, int row) {
        Curve.Builder dots = new Curve.Builder();
        dots(group).forEach(value -> dots.add(value, row));
        return dots.build();
    }

    /** The values that are drawn by themselves. */
    private static DoubleStream dots(DistributionData.Group group) {
        boolean all = group.values().size() <= MAX_DOTS;
        return group.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> all || value < group.low() || value > group.high());
    }

    private static XYPlot shares(DistributionData data, ChartTheme theme, double top) {
        NumberAxis axis = new SpacedAxis(34);
        axis.setLabel(theme.text(Phrase.of("At or below, %")));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        axis.setRange(0, 104);
        theme.style(axis);
        XYPlot plot = new XYPlot(null, null, axis, null);
        theme.style(plot);
        CurveLayer lines = new CurveLayer(new CurveRenderer());
        for (int number = 0; number < data.groups().size(); number++) {
            lines.add(data.groups().get(number).ecdf(), theme.line(number), stroke(number, theme));
        }
        lines.addTo(plot);
        CurveLayer limits = new CurveLayer(new CurveRenderer());
        for (ReferenceLine limit : data.limits()) {
            double rate = limit.bandwidth().bitsPerSecond();
            if (rate <= top) {
                limits.add(
                        new Curve.Builder().addSegment(rate, 0, rate, 100).build(),
                        theme.text(),
                        LegendItems.reference());
            }
        }
        limits.addTo(plot);
        CurveLayer.ofOverlays(data.overlays(), theme, new CurveRenderer()).addTo(plot);
        return plot;
    }

    /** Lines beyond the number of colours differ in width. */
    private static BasicStroke stroke(int number, ChartTheme theme) {
        return theme.stroke(number, 1.8);
    }

    private static Phrase whiskers(DistributionData data) {
        long enough = data.drawn().stream()
                .filter(DistributionData.Group::hasPercentiles)
                .count();
        if (enough == 0) {
            return Phrase.of("whiskers: smallest to largest");
        }
        return enough == data.drawn().size()
                ? Phrase.of("whiskers: 5th to 95th percentile")
                : Phrase.of(
                        "whiskers: 5th to 95th percentile, or smallest to largest of n < {0}",
                        SampleStatistics.MIN_FOR_PERCENTILES);
    }

    private static List<LegendItem> legend(DistributionData data, ChartTheme theme, double top, BandwidthUnit unit) {
        List<LegendItem> items = new ArrayList<>();
        items.add(LegendItems.box(theme.text(Phrase.of("box: 25th to 75th percentile and median")), theme.grid()));
        items.add(LegendItems.line(theme.text(whiskers(data)), theme.muted(), LegendItems.solid(1.4)));
        if (data.drawn().stream().anyMatch(group -> !group.valid())) {
            items.add(LegendItems.invalid(theme));
        }
        data.limits()
                .forEach(limit -> items.add(LegendItems.line(
                        theme.text(
                                limit.bandwidth().bitsPerSecond() <= top
                                        ? limit.text(unit)
                                        : ReferenceLine.beyond(limit.text(unit))),
                        theme.text(),
                        LegendItems.reference())));
        items.addAll(LegendItems.forOverlays(data.overlays(), theme));
        return items;
    }
}
