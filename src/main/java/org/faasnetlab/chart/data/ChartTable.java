package org.faasnetlab.chart.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The data of a chart as a table: exactly what is drawn.
 *
 * @param columns names that end with their unit
 * @param rows as many values as columns in each: text, numbers, or an empty text where there is no value
 * @param measured how many rows the run has measured; the rows after them are published results
 * @param valid of each row {@code yes}, {@code no}, or empty if it was not measured
 */
public record ChartTable(List<String> columns, List<List<Object>> rows, int measured, List<String> valid) {
    private static final String YES = "yes";
    private static final String NO = "no";

    /** Columns that keep their name although the label of the axis is worded differently. */
    private static final Map<String, String> STABLE_COLUMNS =
            Map.of("concurrent functions", "functions_at_once", "streams per function", "streams_of_a_function");

    public ChartTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        valid = List.copyOf(valid);
    }

    /** A table in which all that the run has measured is valid. */
    public ChartTable(List<String> columns, List<List<Object>> rows, int measured) {
        this(
                columns,
                rows,
                measured,
                IntStream.range(0, rows.size())
                        .mapToObj(row -> row < measured ? YES : "")
                        .toList());
    }

    /** A table without published results. */
    public ChartTable(List<String> columns, List<List<Object>> rows) {
        this(columns, rows, rows.size());
    }

    /**
     * The same table with a last column {@code valid}, for exports.
     *
     * @param validTrial false if the chart shows an invalid trial, of which no row is valid
     */
    ChartTable withColumnValid(boolean validTrial) {
        List<List<Object>> extended = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Object> cells = new ArrayList<>(rows.get(row));
            cells.add(valid.get(row).equals(YES) && !validTrial ? NO : valid.get(row));
            extended.add(cells);
        }
        List<String> names = new ArrayList<>(columns);
        names.add("valid");
        return new ChartTable(names, extended, measured, valid);
    }

    /** The text of a row's validity. */
    public static String valid(boolean valid) {
        return valid ? YES : NO;
    }

    /** The name of a column for what an axis shows: {@code memory_mb} for {@code memory, MB}. */
    public static String column(String label) {
        String column = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return STABLE_COLUMNS.getOrDefault(label, column);
    }

    /** Rows for the points of lines, each with the line's name in front. */
    public static final class Lines {
        private final List<List<Object>> rows = new ArrayList<>();
        private final List<String> valid = new ArrayList<>();
        private int measured = -1;

        /** Adds published results; lines that are added after them are published too. */
        public void addPublished(List<PublishedOverlay> overlays) {
            if (measured < 0) {
                measured = rows.size();
            }
            overlays.forEach(overlay -> addReference(overlay.name(), overlay.curve()));
        }

        public void add(String name, Curve curve) {
            add(name, curve, YES);
        }

        /** Adds a line that was not measured. */
        public void addReference(String name, Curve curve) {
            add(name, curve, "");
        }

        private void add(String name, Curve curve, String validity) {
            for (int point = 0; point < curve.size(); point++) {
                if (!Double.isNaN(curve.y(point))) {
                    rows.add(List.of(name, curve.x(point), curve.y(point)));
                    valid.add(validity);
                }
            }
        }

        public ChartTable toTable(String line, String x, String y) {
            return new ChartTable(List.of(line, x, y), rows, measured < 0 ? rows.size() : measured, valid);
        }
    }
}
