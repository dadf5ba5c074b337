package org.faasnetlab.chart.factor;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.chart.data.CurveBuilder;
import org.faasnetlab.chart.plot.ChartFrame;
import org.faasnetlab.chart.plot.CurveLayer;
import org.faasnetlab.chart.plot.CurveRenderer;
import org.faasnetlab.chart.plot.LegendItems;
import org.faasnetlab.chart.plot.MetricAxis;
import org.faasnetlab.chart.plot.SpacedAxis;
import org.faasnetlab.chart.theme.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.XYPlot;

/** Draws a metric by a factor as lines with confidence intervals. */
final class FactorLinesChart {
    private static final double APART = 0.008;

    private FactorLinesChart() {}

    static JFreeChart of(FactorData data, ChartTheme theme) {
        SpacedAxis values = MetricAxis.of(data.metric(), "Per function", 34);
        theme.style(values);
        FactorScale scale = FactorScale.byValue(data.values());
        XYPlot plot = scale.plot(data.factor(), values, theme);
        List<LegendItem> legend = new ArrayList<>();
        CurveLayer intervals = new CurveLayer(new CurveRenderer());
        CurveLayer lines = new CurveLayer(new CurveRenderer().dots(CurveRenderer.dot(3.5)));
        for (int number = 0; number < data.lines().size(); number++) {
            FactorData.Line line = data.lines().get(number);
            // Lines stand a little apart, so that their intervals do not lie on each other.
            double aside = (number - (data.lines().size() - 1) / 2.0) * APART * scale.length();
            Color colour = theme.line(number);
            CurveBuilder medians = new CurveBuilder();
            CurveBuilder bars = new CurveBuilder();
            for (FactorData.Point point : line.points()) {
                double x = scale.place(point.x()) + aside;
                medians.to(x, point.median());
                if (!Double.isNaN(point.low())) {
                    bars.line(x, point.low(), x, point.high());
                }
            }
            lines.add(medians.curve(), colour, LegendItems.solid(1.8));
            intervals.add(bars.curve(), colour, LegendItems.solid(1.4));
            if (!line.name().isEmpty()) {
                legend.add(LegendItems.line(line.name(), colour, LegendItems.solid(1.8)));
            }
        }
        intervals.putOn(plot);
        lines.putOn(plot);
        CurveLayer.published(scale.place(data.overlays()), theme, new CurveRenderer().dots(CurveRenderer.dot(2.5)))
                .putOn(plot);
        legend.add(LegendItems.line(
                "median; error bars: 95 % CI, with at least 6 functions", theme.muted(), LegendItems.solid(1.4)));
        legend.addAll(LegendItems.published(data.overlays(), theme));
        return ChartFrame.around(plot, data.head(), legend, theme);
    }
}
