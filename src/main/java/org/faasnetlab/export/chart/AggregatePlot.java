package org.faasnetlab.export.chart;

import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jspecify.annotations.Nullable;

/** The lower part of a timeline: all functions together. */
final class AggregatePlot {
    private static final int PALE = 140;

    private final BandDataset area = new BandDataset();
    private final CurveDataset mean = new CurveDataset();
    private final DeviationRenderer areaRenderer = new DeviationRenderer(true, false);
    private final CurveLines meanRenderer = new CurveLines();
    private final BandwidthAxis axis = new BandwidthAxis("Aggregate", 34);
    private final XYPlot plot;

    AggregatePlot(String nothing) {
        plot = TimelineChart.plot(axis, nothing);
        // Room above the data for the words at the common window.
        axis.setUpperMargin(0.26);
        areaRenderer.setAlpha(0.25f);
        areaRenderer.setDefaultCreateEntities(false);
        plot.setDataset(0, area);
        plot.setRenderer(0, areaRenderer);
        plot.setDataset(1, mean);
        plot.setRenderer(1, meanRenderer);
    }

    XYPlot plot() {
        return plot;
    }

    void dress(ChartTheme theme) {
        theme.style(plot);
        theme.style(axis);
        areaRenderer.setSeriesFillPaint(0, theme.accent());
    }

    void show(TimelineData data, @Nullable BandwidthUnit unit) {
        axis.setUnit(unit);
        TimelineChart.scale(plot, data.curves().hasPoints());
        area.show(BandCurves.under(data.curves().aggregate()));
        mean.show(List.of(data.means().aggregate()));
    }

    void paint(TimelineData data, ChartTheme theme) {
        boolean pale = data.means().aggregate().size() > 0;
        areaRenderer.setSeriesPaint(0, pale ? ChartTheme.withAlpha(theme.accent(), PALE) : theme.accent());
        areaRenderer.setSeriesStroke(0, Legends.solid(pale ? 1.1 : 2));
        meanRenderer.line(0, theme.accent(), Legends.solid(2));
        plot.clearAnnotations();
        if (data.window() != null) {
            mark(data.window(), theme);
        }
    }

    private void mark(MeanMark window, ChartTheme theme) {
        double rate = window.mean().bitsPerSecond();
        plot.addAnnotation(new XYLineAnnotation(
                window.startSecond(), rate, window.endSecond(), rate, Legends.dashed(1.2), theme.text()));
        String length = String.format(Locale.ROOT, "%.1f s", window.endSecond() - window.startSecond());
        TextTitle words = new TextTitle(
                "dashed: " + window.mean() + " over the common window of " + length, theme.font(Font.BOLD, 12));
        words.setPaint(theme.text());
        plot.addAnnotation(new XYTitleAnnotation(1, 1, words, RectangleAnchor.TOP_RIGHT));
    }
}
