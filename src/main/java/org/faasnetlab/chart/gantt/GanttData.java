package org.faasnetlab.chart.gantt;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartHeading;
import org.faasnetlab.chart.data.ChartTable;
import org.faasnetlab.chart.data.Curve;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.jfree.chart.JFreeChart;

/**
 * When each function of a trial was transferring, and how many were at each moment. Times are seconds after T0.
 *
 * @param endSecond end of the time axis
 * @param running number of functions that are transferring, as level lines
 */
public record GanttData(ChartHeading head, double endSecond, List<Bar> bars, Curve running) implements ChartData {

    /** How a function's transfer ended. */
    public enum End {
        FINISHED,
        FAILED,
        CUT_OFF;

        Phrase label() {
            return switch (this) {
                case FINISHED -> Phrase.of("finished");
                case FAILED -> Phrase.of("failed");
                case CUT_OFF -> Phrase.of("cut off");
            };
        }
    }

    /** The transfer of one function, in seconds after T0. */
    public record Bar(int functionIndex, double startSecond, double endSecond, End end) {}

    public GanttData {
        bars = List.copyOf(bars);
    }

    @Override
    public JFreeChart draw(ChartTheme theme, BandwidthUnit unit) {
        return GanttChart.of(this, theme);
    }

    @Override
    public ChartTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (Bar bar : bars) {
            rows.add(List.of(
                    "function " + bar.functionIndex(),
                    bar.startSecond(),
                    bar.endSecond(),
                    bar.end().label().toString(),
                    ""));
        }
        for (int point = 0; point + 1 < running.size(); point += 2) {
            rows.add(List.of("running", running.x(point), running.x(point + 1), "", running.y(point)));
        }
        return new ChartTable(List.of("line", "start_s", "end_s", "end", "functions_running"), rows);
    }
}
