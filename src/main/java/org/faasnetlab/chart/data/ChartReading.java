package org.faasnetlab.chart.data;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read at a place of a drawn chart: the values of all lines there, or what is known of the point, bar or box at the
 * place.
 *
 * @param heading the place on the horizontal axis, or the name of what is there, which can be empty
 * @param across whether the heading is a place, at which all lines are read
 * @param outline around the point, bar or box, in pixels; null if lines are read
 */
public record ChartReading(
        String heading,
        boolean across,
        List<Value> values,
        @Nullable Outline outline) {

    /**
     * One row.
     *
     * @param name of a line, or a fact as a whole
     * @param text value with its unit; empty for a fact
     * @param color of a line; null for a fact
     * @param y where the line is, in pixels; not a number if it is not drawn
     * @param nearest whether it is the line next to the place
     * @param function number of the function that the line stands for, or null
     */
    public record Value(
            String name,
            String text,
            @Nullable Color color,
            double y,
            boolean nearest,
            @Nullable Integer function) {
        /** A fact about a point, bar or box. */
        public static Value fact(String fact) {
            return new Value(fact, "", null, Double.NaN, false, null);
        }

        @Override
        public String toString() {
            return text.isEmpty() ? name : name.isEmpty() ? text : name + " " + text;
        }
    }

    /** The place of a point, bar or box in pixels. */
    public record Outline(Rectangle2D area, Color color) {}

    public ChartReading {
        values = List.copyOf(values);
    }

    /** The number of the function whose line is next to the place; null if there is none. */
    public @Nullable Integer nearestFunction() {
        return values.stream()
                .filter(Value::nearest)
                .map(Value::function)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The name of the line next to the place, or of the point, bar or box there; empty if there is none. */
    public String nearestName() {
        return across
                ? values.stream()
                        .filter(Value::nearest)
                        .map(Value::name)
                        .findFirst()
                        .orElse("")
                : heading;
    }

    /** All that is read, line by line. */
    public List<String> lines() {
        return Stream.concat(Stream.of(heading), values.stream().map(Value::toString))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
