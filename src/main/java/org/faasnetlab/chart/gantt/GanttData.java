package org.faasnetlab.chart.gantt;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartMarks;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.store.FunctionRow;
import org.jfree.chart.JFreeChart;

/**
 * When each function of a trial was transferring, and how many were at each moment. Times are seconds after T0.
 *
 * @param endSecond end of the time axis
 * @param running number of functions that are transferring, as level lines
 */
public record GanttData(ChartHeading head, double endSecond, List<Bar> bars, Curve running) implements ChartData {

    /** The transfer of one function, in seconds after T0. */
    public record Bar(int functionIndex, double startSecond, double endSecond, FunctionRow.End end) {
        /** How it ended. */
        Phrase endLabel() {
            return label(end);
        }
    }

    static Phrase label(FunctionRow.End end) {
        return switch (end) {
            case FINISHED -> Phrase.of("finished");
            case FAILED -> Phrase.of("failed");
            case CUT_OFF -> Phrase.of("cut off");
        };
    }

    public GanttData {
        bars = List.copyOf(bars);
    }

    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        return GanttChart.of(this, theme);
    }

    @Override
    public ChartMarks marks(ChartTheme theme, BandwidthUnit unit) {
        return GanttChart.marks(this, theme);
    }

    @Override
    public List<Phrase> sentences(BandwidthUnit unit) {
        if (bars.isEmpty()) {
            return List.of(GanttChart.NOTHING);
        }
        DoubleSummaryStatistics starts =
                bars.stream().mapToDouble(Bar::startSecond).summaryStatistics();
        DoubleSummaryStatistics ends = bars.stream().mapToDouble(Bar::endSecond).summaryStatistics();
        List<Phrase> sentences = new ArrayList<>();
        sentences.add(Phrase.of(
                bars.size() == 1
                        ? "1 function started {1} s after T0 and ended {3} s after it."
                        : "{0} functions started {1} to {2} s after T0 and ended {3} to {4} s after it.",
                bars.size(),
                second(starts.getMin()),
                second(starts.getMax()),
                second(ends.getMin()),
                second(ends.getMax())));
        for (FunctionRow.End end : FunctionRow.End.values()) {
            long count = bars.stream().filter(bar -> bar.end() == end).count();
            if (count > 0) {
                sentences.add(Phrase.of("{0}: {1}.", label(end), count));
            }
        }
        sentences.add(Phrase.of(
                "At most {0} were running at the same time.", String.format(Locale.ROOT, "%.0f", running.highest())));
        return sentences;
    }

    static String second(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    @Override
    public ChartTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Bar bar : bars) {
            rows.add(List.of(
                    "function " + bar.functionIndex(),
                    bar.startSecond(),
                    bar.endSecond(),
                    bar.endLabel().toString(),
                    ""));
        }
        for (int point = 0; point + 1 < running.size(); point += 2) {
            rows.add(List.of("running", running.x(point), running.x(point + 1), "", running.y(point)));
        }
        return new ChartTable(List.of("line", "start_s", "end_s", "end", "functions_running"), rows);
    }
}
