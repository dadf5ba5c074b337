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
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Draws the median of a function by a factor as bars side by side, and the total of all functions as lines over them. */
final class FactorBarsChart {
    private static final double GROUP_WIDTH = 0.6;
    private static final int OPACITY = 190;

    private FactorBarsChart() {}

    static JFreeChart of(FactorData data, ChartTheme theme) {
        SpacedAxis values = MetricAxis.of(data.metric(), "Bandwidth", 34);
        theme.style(values);
        FactorScale scale = FactorScale.even(data.values());
        XYPlot plot = scale.plot(data.factor(), values, theme);
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        XYBarRenderer renderer = renderer();
        CurveLayer totals = new CurveLayer(new CurveRenderer().dots(CurveRenderer.dot(3.5)));
        List<LegendItem> legend = new ArrayList<>();
        double width = GROUP_WIDTH / Math.max(1, data.lines().size());
        for (int number = 0; number < data.lines().size(); number++) {
            FactorData.Line line = data.lines().get(number);
            Color colour = theme.line(number);
            XYIntervalSeries series = new XYIntervalSeries(number);
            CurveBuilder total = new CurveBuilder();
            for (FactorData.Point point : line.points()) {
                double from = scale.place(point.x()) - GROUP_WIDTH / 2 + number * width;
                series.add(from + width / 2, from, from + width * 0.94, point.median(), 0, point.median());
                if (!Double.isNaN(point.total())) {
                    total.to(from + width / 2, point.total());
                }
            }
            bars.addSeries(series);
            renderer.setSeriesPaint(number, ChartTheme.withAlpha(colour, OPACITY));
            totals.add(total.curve(), data.lines().size() == 1 ? theme.line(1) : colour, LegendItems.solid(2));
            String name = line.name().isEmpty() ? "" : line.name() + ": ";
            legend.add(LegendItems.box(name + "per function, median", ChartTheme.withAlpha(colour, OPACITY)));
            legend.add(LegendItems.line(
                    name + "all functions, aggregate",
                    data.lines().size() == 1 ? theme.line(1) : colour,
                    LegendItems.solid(2)));
        }
        plot.setDataset(0, bars);
        plot.setRenderer(0, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        totals.putOn(plot);
        CurveLayer.published(scale.place(data.overlays()), theme, new CurveRenderer().dots(CurveRenderer.dot(2.5)))
                .putOn(plot);
        legend.addAll(LegendItems.published(data.overlays(), theme));
        return ChartFrame.around(plot, data.head(), legend, theme);
    }

    private static XYBarRenderer renderer() {
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setDefaultCreateEntities(false);
        return renderer;
    }
}
