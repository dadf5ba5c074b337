package org.faasnetlab.chart.data;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/**
 * The marks of a chart, from which values can be read.
 *
 * @param place text of a place on the horizontal axis, at which lines are read
 * @param lines in the order in which they are listed
 * @param boxes of which the later lie on top
 */
public record ChartMarks(DoubleFunction<String> place, List<ChartMark.Line> lines, List<ChartMark.Box> boxes) {
    /** Of a chart that shows nothing. */
    public static final ChartMarks NONE = ofBoxes(List.of());

    public ChartMarks {
        lines = List.copyOf(lines);
        boxes = List.copyOf(boxes);
    }

    /** Marks of both kinds. */
    public static ChartMarks of(DoubleFunction<String> place, List<? extends ChartMark> marks) {
        return new ChartMarks(place, only(ChartMark.Line.class, marks), only(ChartMark.Box.class, marks));
    }

    private static <T extends ChartMark> List<T> only(Class<T> kind, List<? extends ChartMark> marks) {
        return marks.stream()
                .flatMap(mark -> kind.isInstance(mark) ? Stream.of(kind.cast(mark)) : Stream.empty())
                .toList();
    }

    /** Marks over time. */
    public static ChartMarks overTime(List<? extends ChartMark> marks) {
        return of(second -> String.format(Locale.ROOT, "%.2f s", second), marks);
    }

    /** Marks of which none is a line. */
    public static ChartMarks ofBoxes(List<ChartMark.Box> marks) {
        return new ChartMarks(String::valueOf, List.of(), marks);
    }
}
