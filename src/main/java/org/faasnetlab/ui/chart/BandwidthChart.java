package org.faasnetlab.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.faasnetlab.export.chart.ChartTheme;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Bandwidth over time: lines, and below them one band. All of a redraw goes to the canvas as one event, because the
 * canvas draws the whole chart at each.
 */
public final class BandwidthChart {
    private static final BasicStroke LINE = new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke STRONG = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
    private static final float BAND_OPACITY = 0.25f;

    /**
     * A line with the index of its colour in {@link ChartTheme#line(int)}.
     */
    public record Line(Curve curve, int colour) {}

    private final BandDataset band = new BandDataset();
    private final CurveDataset lines = new CurveDataset();
    private final DeviationRenderer bandRenderer = new DeviationRenderer(true, false);
    private final XYLineAndShapeRenderer lineRenderer = new XYLineAndShapeRenderer(true, false);
    private final NumberAxis time = new NumberAxis();
    private final NumberAxis bandwidth = new NumberAxis();
    private final XYPlot plot = new XYPlot();
    private final JFreeChart chart = new JFreeChart(null, null, plot, false);
    private final ObservableValue<ChartTheme> look;
    private final ChartPane pane;
    private List<Line> drawn = List.of();
    private @Nullable MeanMark marked;
    private BandwidthUnit markedIn = BandwidthUnit.MEGABIT;

    /**
     * @param look colours; the chart follows them
     * @param window the part of the time that is shown; the chart follows it, and the user's zooming changes it
     */
    public BandwidthChart(ObservableValue<ChartTheme> look, TimeWindow window) {
        this.look = look;
        build();
        pane = new ChartPane(chart, time, window);
        dress(look.getValue());
        look.addListener((property, before, now) -> pane.redraw(() -> dress(now)));
    }

    public ChartPane pane() {
        return pane;
    }

    /** Words under the time axis, for example {@code seconds since T0}. */
    public void setTimeLabel(String words) {
        if (!words.equals(time.getLabel())) {
            pane.redraw(() -> time.setLabel(words));
        }
    }

    /** What stands in the chart as long as there is nothing to draw. */
    public void setNothingLabel(String words) {
        plot.setNoDataMessage(words);
    }

    /** Draws these in place of what was there. Without a point there is no scale either: it would mean nothing. */
    public void show(List<Line> newLines, BandCurves newBand, BandwidthUnit unit) {
        pane.redraw(() -> {
            boolean any = newBand.middle().size() > 0
                    || newLines.stream().anyMatch(line -> line.curve().size() > 0);
            bandwidth.setTickLabelsVisible(any);
            plot.setRangeGridlinesVisible(any);
            bandwidth.setLabel(any ? unit.symbol() : null);
            drawn = List.copyOf(newLines);
            colourLines(look.getValue());
            band.show(newBand, unit);
            lines.show(newLines.stream().map(Line::curve).toList(), unit);
        });
    }

    /** Marks a mean over a part of the time with a dashed line, in place of the one before; null for none. */
    public void mark(@Nullable MeanMark mean, BandwidthUnit unit) {
        pane.redraw(() -> {
            marked = mean;
            markedIn = unit;
            drawMark(look.getValue());
        });
    }

    private void drawMark(ChartTheme colours) {
        plot.clearAnnotations();
        if (marked != null) {
            double rate = markedIn.of(marked.mean().bitsPerSecond());
            plot.addAnnotation(
                    new XYLineAnnotation(marked.startSecond(), rate, marked.endSecond(), rate, DASHED, colours.text()));
        }
    }

    private void build() {
        bandRenderer.setSeriesStroke(0, STRONG);
        bandRenderer.setAlpha(BAND_OPACITY);
        lineRenderer.setDrawSeriesLineAsPath(true);
        lineRenderer.setAutoPopulateSeriesPaint(false);
        lineRenderer.setDefaultStroke(LINE);
        lineRenderer.setAutoPopulateSeriesStroke(false);
        // Entities serve tooltips, which are off; one for each point would cost more than the lines.
        bandRenderer.setDefaultCreateEntities(false);
        lineRenderer.setDefaultCreateEntities(false);
        bandwidth.setAutoRangeIncludesZero(true);
        bandwidth.setUpperMargin(0.08);
        bandwidth.setLowerMargin(0);
        bandwidth.setTickLabelsVisible(false);
        plot.setRangeGridlinesVisible(false);
        time.setAutoRange(false);
        plot.setDataset(0, band);
        plot.setRenderer(0, bandRenderer);
        plot.setDataset(1, lines);
        plot.setRenderer(1, lineRenderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setDomainAxis(time);
        plot.setRangeAxis(bandwidth);
        plot.setRangePannable(false);
        plot.setDomainPannable(true);
        ChartFrame.arrange(chart, plot);
    }

    private void dress(ChartTheme colours) {
        ChartFrame.paint(chart, plot, colours);
        bandRenderer.setSeriesPaint(0, colours.accent());
        bandRenderer.setSeriesFillPaint(0, colours.accent());
        colourLines(colours);
        drawMark(colours);
    }

    private void colourLines(ChartTheme colours) {
        for (int series = 0; series < drawn.size(); series++) {
            Color colour = colours.line(drawn.get(series).colour());
            if (!colour.equals(lineRenderer.getSeriesPaint(series))) {
                lineRenderer.setSeriesPaint(series, colour);
            }
        }
    }
}
