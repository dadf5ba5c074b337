package org.faasnetlab.chart.comparison;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartDrawing;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartTable;
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
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * The runs of a comparison one below the other, each in a plot of its own with its name. All plots have the same axes, and
 * each shows the other runs pale behind its own.
 */
public record SeparateRuns(ComparisonData compared) implements ChartData {
    private static final BasicStroke OWN = LegendItems.solid(1.8);
    private static final BasicStroke OTHER = LegendItems.solid(1);
    private static final int OTHER_OPACITY = 60;
    private static final double GAP = 14;

    /** Room for the name above the highest rate, where 1 is none; of a logarithmic axis of its powers of ten. */
    private static final double ROOM_FOR_NAME = 1.3;

    @Override
    public ChartHeading head() {
        return compared.head();
    }

    private int runs() {
        return compared.lines().size();
    }

    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        return draw(theme, unit, false);
    }

    @Override
    public ChartDrawing logDrawing() {
        return (theme, unit) -> draw(theme, unit, true);
    }

    private JFreeChart draw(ChartTheme theme, BandwidthUnit unit, boolean logarithmic) {
        double end = compared.lines().stream()
                .mapToDouble(line -> line.curve().size() == 0 ? 0 : line.curve().lastX())
                .max()
                .orElse(0);
        NumberAxis time = new SpacedAxis(80);
        time.setLabel(theme.text(Phrase.of("Seconds since T0")));
        time.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        time.setRange(0, Math.max(end, 1e-3));
        theme.style(time);
        CombinedDomainXYPlot plots = new CombinedDomainXYPlot(time);
        plots.setGap(GAP);
        theme.style(plots);
        for (int run = 0; run < runs(); run++) {
            plots.add(plot(run, theme, unit, logarithmic), 1);
        }
        return ChartFrame.around(plots, head(), List.of(), theme);
    }

    /** Scales an axis to all runs, with room for the name above the highest rate. */
    private void scale(BandwidthAxis axis, boolean logarithmic) {
        double top = compared.highest();
        double lowest = compared.lowestPositive();
        if (logarithmic && lowest <= top) {
            axis.fitLogarithmic(new Range(lowest, top * Math.pow(top / lowest, ROOM_FOR_NAME - 1)));
        } else if (top > 0) {
            axis.setRange(new Range(0, top * ROOM_FOR_NAME));
        }
    }

    private XYPlot plot(int run, ChartTheme theme, BandwidthUnit unit, boolean logarithmic) {
        BandwidthAxis bandwidth = new BandwidthAxis(theme.text(Phrase.of("Aggregate")), 34);
        bandwidth.setUnit(unit);
        theme.style(bandwidth);
        scale(bandwidth, logarithmic);
        XYPlot plot = new XYPlot(null, null, bandwidth, null);
        theme.style(plot);
        CurveLayer layer = new CurveLayer(new CurveRenderer());
        for (int other = 0; other < runs(); other++) {
            if (other != run) {
                Color pale = ChartTheme.withAlpha(theme.muted(), OTHER_OPACITY);
                layer.add(compared.lines().get(other).curve(), pale, OTHER);
            }
        }
        // The last line lies on top.
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        layer.add(compared.lines().get(run).curve(), theme.line(run), OWN);
        layer.addTo(plot);
        XYTextAnnotation name = new XYTextAnnotation(
                " " + theme.text(compared.lines().get(run).name()),
                0,
                bandwidth.getRange().getUpperBound());
        name.setTextAnchor(TextAnchor.TOP_LEFT);
        name.setFont(theme.font(Font.BOLD, 11));
        name.setPaint(theme.text());
        // Lines of the grid would strike it through.
        name.setBackgroundPaint(theme.background());
        plot.addAnnotation(name, false);
        return plot;
    }

    /** Each run is read in its own plot. */
    @Override
    public ChartMarks marks(ChartTheme theme, BandwidthUnit unit) {
        return compared.marks(theme, unit, run -> run);
    }

    @Override
    public List<Phrase> sentences(BandwidthUnit unit) {
        return compared.sentences(unit);
    }

    @Override
    public ChartTable table() {
        return compared.table();
    }
}
