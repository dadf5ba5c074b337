package org.faasnetlab.chart.factor;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.format.Phrase;

/**
 * A line of a chart by factor: one combination of the other factors.
 *
 * @param name of the combination; empty if there is only one
 * @param points in the order of the factor's values
 */
public record FactorLine<P extends FactorLine.Cell>(Phrase name, List<P> points) {
    /** More points than this are summarized in a sentence by the lowest and the highest. */
    private static final int MAX_POINTS = 12;

    /** What stands at one value of the factor. */
    public interface Cell {
        /** The value of the factor. */
        double x();

        /** False if all its trials are invalid; it is drawn hollow then. */
        boolean valid();
    }

    public FactorLine {
        points = List.copyOf(points);
    }

    /** All values of the factor, those of published results too. */
    static DoubleStream values(List<? extends FactorLine<?>> lines, List<PublishedOverlay> overlays) {
        return DoubleStream.concat(
                lines.stream().flatMap(line -> line.points().stream()).mapToDouble(Cell::x),
                overlays.stream().flatMapToDouble(PublishedOverlay::xValues));
    }

    /** Whether the factor has several values, without which there is no axis. */
    static boolean spanValues(List<? extends FactorLine<?>> lines) {
        return values(lines, List.of()).distinct().count() > 1;
    }

    /** The names of the lines; empty unless there are several. */
    static List<Phrase> names(List<? extends FactorLine<?>> lines) {
        return lines.size() > 1 ? lines.stream().<Phrase>map(FactorLine::name).toList() : List.of();
    }

    /** The same lines, of which some have no points. */
    static <P extends Cell> List<FactorLine<P>> without(List<FactorLine<P>> lines, Set<Integer> numbers) {
        return IntStream.range(0, lines.size())
                .mapToObj(number -> numbers.contains(number)
                        ? new FactorLine<P>(lines.get(number).name(), List.of())
                        : lines.get(number))
                .toList();
    }

    /** Whether it has points. */
    boolean isDrawn() {
        return !points.isEmpty();
    }

    /** Whether any cell is drawn hollow. */
    static boolean hasInvalid(List<? extends FactorLine<?>> lines) {
        return lines.stream().flatMap(line -> line.points().stream()).anyMatch(point -> !point.valid());
    }

    /**
     * The line in a sentence.
     *
     * @param each text of a point
     * @param median that is drawn
     * @param text of a median with its unit
     */
    Phrase sentence(Function<P, Phrase> each, ToDoubleFunction<P> median, DoubleFunction<String> text) {
        Phrase values;
        if (points.size() <= MAX_POINTS) {
            values = Phrase.join("; ", points.stream().map(each).toList());
        } else {
            DoubleSummaryStatistics medians =
                    points.stream().mapToDouble(median).summaryStatistics();
            values = Phrase.of(
                    "{0} values, medians from {1} to {2}",
                    points.size(), text.apply(medians.getMin()), text.apply(medians.getMax()));
        }
        return name.isEmpty() ? Phrase.of("{0}.", values) : Phrase.of("{0}: {1}.", name, values);
    }
}
