package org.faasnetlab.chart.distribution;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.chart.data.Curve;
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

/** Draws a box plot of each cell above, and below it the distributions, over the same values. */
final class DistributionChart {
    /** Of so few functions all are drawn, of more only those beyond the whiskers. */
    private static final int MAX_DOTS = 20;

    private static final double BOXES_HEIGHT = 200;
    private static final int BOX_OPACITY = 120;
    private static final int INVALID_OPACITY = 35;
    private static final double MAX_ABOVE_CLOSE_VALUES = 1.1;

    private DistributionChart() {}

    static JFreeChart of(DistributionData data, ChartTheme theme, BandwidthUnit unit) {
        SpacedAxis values = MetricAxis.of(data.metric(), Phrase.of("Bandwidth per function"), 80, unit, theme);
        double low = values(data).min().orElse(0);
        double high = values(data).max().orElse(0);
        boolean fromZero = low < high / 2;
        // A limit further above would leave the values little of an axis that does not begin at 0.
        double top = (fromZero ? ReferenceLine.MAX_ABOVE : MAX_ABOVE_CLOSE_VALUES) * high;
        values.setAutoRangeIncludesZero(fromZero);
        values.setLowerMargin(0.06);
        values.setUpperMargin(0.06);
        theme.style(values);
        CombinedDomainXYPlot plots = new CombinedDomainXYPlot(values);
        plots.setGap(14);
        plots.setOutlineVisible(false);
        plots.add(boxes(data, theme), 2);
        plots.add(shares(data, theme, top), 3);
        return ChartFrame.around(plots, data.head(), legend(data, theme, top, unit), theme);
    }

    private static DoubleStream values(DistributionData data) {
        return data.groups().stream().flatMap(group -> group.values().stream()).mapToDouble(Double::doubleValue);
    }

    private static XYPlot boxes(DistributionData data, ChartTheme theme) {
        int rows = Math.max(1, data.groups().size());
        List<String> names = data.groups().stream()
                .map(group ->
                        theme.text(group.name()) + " (n = " + group.values().size() + ")")
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
            medians.add(new Curve.Builder().add(group.median(), row).build(), theme.text(), LegendItems.solid(1));
        }
        List.of(whiskers, boxes, dots, hollow, medians).forEach(layer -> layer.addTo(plot));
        return plot;
    }

    private static Curve dots(DistributionData.Group group, int row) {
        Curve.Builder dots = new Curve.Builder();
        boolean all = group.values().size() <= MAX_DOTS;
        group.values().stream()
                .filter(value -> all || value < group.low() || value > group.high())
                .forEach(value -> dots.add(value, row));
        return dots.build();
    }

    private static XYPlot shares(DistributionData data, ChartTheme theme, double top) {
        NumberAxis axis = new SpacedAxis(34);
        axis.setLabel(theme.text(Phrase.of("Functions at or below, %")));
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

    private static Phrase boxes(DistributionData data) {
        long enough = data.groups().stream()
                .filter(DistributionData.Group::hasPercentiles)
                .count();
        if (enough == 0) {
            return Phrase.of(
                    "box: 25th to 75th percentile and median; whiskers: smallest to largest; curves below: colours of the boxes");
        }
        return enough == data.groups().size()
                ? Phrase.of(
                        "box: 25th to 75th percentile and median; whiskers: 5th to 95th; curves below: colours of the boxes")
                : Phrase.of(
                        "box: 25th to 75th percentile and median; whiskers: 5th to 95th, or smallest to largest of n < {0}; curves below:"
                                + " colours of the boxes",
                        SampleStatistics.MIN_FOR_PERCENTILES);
    }

    private static List<LegendItem> legend(DistributionData data, ChartTheme theme, double top, BandwidthUnit unit) {
        List<LegendItem> items = new ArrayList<>();
        items.add(LegendItems.box(theme.text(boxes(data)), theme.grid()));
        if (data.groups().stream().anyMatch(group -> !group.valid())) {
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
