package org.faasnetlab.chart.data;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * The marks of a chart, from which values can be read.
 *
 * @param place text of a place on the horizontal axis, at which lines are read
 */
public record ChartMarks(DoubleFunction<String> place, List<ChartMark> marks) {
    /** Of a chart that shows nothing. */
    public static final ChartMarks NONE = ofBoxes(List.of());

    public ChartMarks {
        marks = List.copyOf(marks);
    }

    /** Marks over time. */
    public static ChartMarks overTime(List<? extends ChartMark> marks) {
        return new ChartMarks(second -> String.format(Locale.ROOT, "%.2f s", second), List.copyOf(marks));
    }

    /** Marks of which none is a line. */
    public static ChartMarks ofBoxes(List<ChartMark.Box> marks) {
        return new ChartMarks(String::valueOf, List.copyOf(marks));
    }
}
