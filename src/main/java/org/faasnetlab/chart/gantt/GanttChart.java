package org.faasnetlab.chart.gantt;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.faasnetlab.store.FunctionRow;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** Draws a bar from start to end for each function, and the number running below. */
final class GanttChart {
    /** Of the upper plot in a small window, in which the bars of few functions still have gaps between them. */
    private static final double BARS_HEIGHT = 160;

    private static final double MAX_THICKNESS = 10;
    /** Half the distance of two bars belongs to each. */
    private static final double HALF = 0.5;

    private static final Phrase RUNNING = Phrase.of("running functions");
    static final Phrase NOTHING = Phrase.of("No data: no function has started its transfer.");

    private GanttChart() {}

    static JFreeChart of(GanttData data, ChartTheme theme) {
        NumberAxis time = new SpacedAxis(80);
        time.setLabel(theme.text(Phrase.of("Seconds since T0")));
        time.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        time.setRange(Math.min(0, earliest(data)), data.endSecond());
        theme.style(time);
        CombinedDomainXYPlot plots = new CombinedDomainXYPlot(time);
        plots.setGap(18);
        plots.setOutlineVisible(false);
        plots.add(bars(data, theme), 3);
        plots.add(running(data, theme), 2);
        return ChartFrame.around(plots, data.head(), legend(data, theme), theme);
    }

    static ChartMarks marks(GanttData data, ChartTheme theme) {
        List<ChartMark> marks = new ArrayList<>();
        for (GanttData.Bar bar : data.bars()) {
            double length = bar.endSecond() - bar.startSecond();
            marks.add(new ChartMark.Box(
                    0,
                    0,
                    theme.text(Phrase.of("function {0}", bar.functionIndex())),
                    colour(bar.end(), theme),
                    new Range(bar.startSecond(), bar.endSecond()),
                    new Range(bar.functionIndex() - HALF, bar.functionIndex() + HALF),
                    List.of(
                            theme.text(Phrase.of("started: {0} s after T0", GanttData.second(bar.startSecond()))),
                            theme.text(Phrase.of(
                                    "{0}: {1} s after T0", bar.endLabel(), GanttData.second(bar.endSecond()))),
                            theme.text(Phrase.of("transferred for {0} s", GanttData.second(length))))));
        }
        marks.add(ChartMark.Line.ofSteps(
                1,
                theme.text(RUNNING),
                theme.text(),
                data.running(),
                count -> String.format(Locale.ROOT, "%.0f", count)));
        return ChartMarks.overTime(marks);
    }

    private static double earliest(GanttData data) {
        return data.bars().stream()
                .mapToDouble(GanttData.Bar::startSecond)
                .min()
                .orElse(0);
    }

    private static XYPlot bars(GanttData data, ChartTheme theme) {
        int most = data.bars().stream()
                .mapToInt(GanttData.Bar::functionIndex)
                .max()
                .orElse(0);
        NumberAxis functions = whole(theme.text(Phrase.of("Function")));
        functions.setInverted(true);
        functions.setRange(-0.7, most + 0.7);
        theme.style(functions);
        XYPlot plot = new XYPlot(null, null, functions, null);
        theme.style(plot);
        plot.setRangeZeroBaselineVisible(false);
        plot.setNoDataMessage(theme.text(NOTHING));
        double thick = Math.max(1, Math.min(MAX_THICKNESS, BARS_HEIGHT / (most + 1) * 0.7));
        BasicStroke stroke = new BasicStroke((float) thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        CurveLayer layer = new CurveLayer(new CurveRenderer());
        for (FunctionRow.End end : FunctionRow.End.values()) {
            Curve.Builder curves = new Curve.Builder();
            data.bars().stream()
                    .filter(bar -> bar.end() == end)
                    .forEach(bar -> curves.addSegment(
                            bar.startSecond(), bar.functionIndex(), bar.endSecond(), bar.functionIndex()));
            layer.add(curves.build(), colour(end, theme), stroke);
        }
        layer.addTo(plot);
        return plot;
    }

    private static XYPlot running(GanttData data, ChartTheme theme) {
        NumberAxis axis = whole(theme.text(Phrase.of("Running")));
        axis.setAutoRangeIncludesZero(true);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0.12);
        theme.style(axis);
        XYPlot plot = new XYPlot(null, null, axis, null);
        theme.style(plot);
        new CurveLayer(new CurveRenderer())
                .add(data.running(), theme.text(), LegendItems.solid(2))
                .addTo(plot);
        return plot;
    }

    private static NumberAxis whole(String label) {
        NumberAxis axis = new SpacedAxis(34);
        axis.setLabel(label);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        return axis;
    }

    private static List<LegendItem> legend(GanttData data, ChartTheme theme) {
        List<LegendItem> items = new ArrayList<>();
        for (FunctionRow.End end : FunctionRow.End.values()) {
            long count = data.bars().stream().filter(bar -> bar.end() == end).count();
            if (count > 0) {
                items.add(LegendItems.box(
                        theme.text(Phrase.of("{0}: {1}", GanttData.label(end), count)), colour(end, theme)));
            }
        }
        items.add(LegendItems.line(theme.text(RUNNING), theme.text(), LegendItems.solid(2)));
        return items;
    }

    private static Color colour(FunctionRow.End end, ChartTheme theme) {
        return switch (end) {
            case FINISHED -> theme.line(0);
            case FAILED -> theme.line(1);
            case CUT_OFF -> theme.muted();
        };
    }
}
