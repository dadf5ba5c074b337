package org.faasnetlab.chart.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartDrawing;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;

/**
 * A chart with logarithmic axes of values, in the window and in saved pictures alike. Its table is that of the chart. A
 * value that is not positive has no place on such an axis and is not drawn.
 *
 * @param linear the same chart with axes that begin at 0
 * @param logDrawing how it is drawn
 */
public record LogarithmicChart(ChartData linear, ChartDrawing logDrawing) implements ChartData {
    /** The chart with logarithmic axes, if that is wanted and makes sense for it. */
    public static ChartData of(ChartData chart, boolean wanted) {
        ChartDrawing drawing = chart.logDrawing();
        return wanted && drawing != null ? new LogarithmicChart(chart, drawing) : chart;
    }

    @Override
    public ChartHeading head() {
        return linear.head();
    }

    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        return logDrawing.draw(theme, unit);
    }

    /** Draws a chart and then makes its axes of values logarithmic, around the positive values over each. */
    public static ChartDrawing rescaling(ChartDrawing linear) {
        return (theme, unit) -> withLogarithmicAxes(linear.draw(theme, unit));
    }

    private static JFreeChart withLogarithmicAxes(JFreeChart chart) {
        XYPlot plot = chart.getXYPlot();
        for (int axis = 0; axis < plot.getRangeAxisCount(); axis++) {
            if (plot.getRangeAxis(axis) instanceof SpacedAxis values) {
                Range positive = positive(plot, axis);
                if (positive != null) {
                    values.fitLogarithmic(positive);
                }
            }
        }
        return chart;
    }

    @Override
    public List<PublishedOverlay> overlays() {
        return linear.overlays();
    }

    @Override
    public boolean isDrawable() {
        return linear.isDrawable();
    }

    @Override
    public ChartMarks marks(ChartTheme theme, BandwidthUnit unit) {
        return linear.marks(theme, unit);
    }

    @Override
    public List<Phrase> sentences(BandwidthUnit unit) {
        return linear.sentences(unit);
    }

    @Override
    public List<Phrase> lineNames() {
        return linear.lineNames();
    }

    @Override
    public ChartData withoutLines(Set<Integer> numbers) {
        return of(linear.withoutLines(numbers), true);
    }

    @Override
    public ChartTable table() {
        return linear.table();
    }

    /** The range of the positive values over an axis; null if there is none. */
    private static @Nullable Range positive(XYPlot plot, int axis) {
        double[] values = IntStream.range(0, plot.getDatasetCount())
                .filter(index -> plot.getDataset(index) != null)
                .filter(index -> plot.getRangeAxisForDataset(index) == plot.getRangeAxis(axis))
                .mapToObj(plot::getDataset)
                .flatMapToDouble(LogarithmicChart::values)
                .filter(value -> value > 0 && Double.isFinite(value))
                .toArray();
        return values.length == 0
                ? null
                : new Range(
                        Arrays.stream(values).min().orElseThrow(),
                        Arrays.stream(values).max().orElseThrow());
    }

    private static DoubleStream values(XYDataset dataset) {
        return IntStream.range(0, dataset.getSeriesCount())
                .mapToObj(series -> IntStream.range(0, dataset.getItemCount(series))
                        .mapToDouble(item -> dataset.getYValue(series, item)))
                .flatMapToDouble(numbers -> numbers);
    }
}
