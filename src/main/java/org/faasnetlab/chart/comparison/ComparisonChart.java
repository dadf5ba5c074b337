package org.faasnetlab.chart.comparison;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.chart.plot.BandwidthAxis;
import org.faasnetlab.chart.plot.ChartFrame;
import org.faasnetlab.chart.plot.CurveLayer;
import org.faasnetlab.chart.plot.CurveRenderer;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.SpacedAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** Draws the aggregates of several runs on the same axes. */
final class ComparisonChart {
    private static final double WIDTH = 1.6;

    private ComparisonChart() {}

    static JFreeChart of(ComparisonData data, ChartTheme theme, BandwidthUnit unit) {
        NumberAxis time = new SpacedAxis(80);
        time.setLabel(theme.text(Phrase.of("Seconds since T0")));
        time.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        time.setAutoRangeIncludesZero(true);
        time.setLowerMargin(0);
        time.setUpperMargin(0);
        theme.style(time);
        BandwidthAxis bandwidth = new BandwidthAxis(theme.text(Phrase.of("Aggregate")), 34);
        bandwidth.setUnit(unit);
        theme.style(bandwidth);
        XYPlot plot = new XYPlot(null, time, bandwidth, null);
        theme.style(plot);
        plot.setNoDataMessage(theme.text(Phrase.of("No data: no function has transferred anything.")));
        CurveLayer layer = new CurveLayer(new CurveRenderer());
        List<LegendItem> legend = new ArrayList<>();
        for (ComparisonData.Line line : data.lines()) {
            int run = legend.size();
            Color colour = theme.line(run);
            BasicStroke stroke = theme.stroke(run, WIDTH);
            layer.add(line.curve(), colour, stroke);
            legend.add(LegendItems.ofLine(
                    run, line.curve().size() > 0, LegendItems.line(theme.text(line.name()), colour, stroke)));
        }
        layer.addTo(plot);
        return ChartFrame.around(plot, data.head(), legend, theme);
    }
}
