package org.faasnetlab.chart.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The data of a chart as a table: exactly what is drawn.
 *
 * @param columns names that end with their unit
 * @param rows as many values as columns in each: text, numbers, or an empty text where there is no value
 * @param measured how many rows the run has measured; the rows after them are published results
 */
public record ChartTable(List<String> columns, List<List<Object>> rows, int measured) {
    /** Columns that keep their name although the label of the axis is worded differently. */
    private static final Map<String, String> STABLE_COLUMNS =
            Map.of("concurrent functions", "functions_at_once", "streams per function", "streams_of_a_function");

    public ChartTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** A table without published results. */
    public ChartTable(List<String> columns, List<List<Object>> rows) {
        this(columns, rows, rows.size());
    }

    /** The name of a column for what an axis shows: {@code memory_mb} for {@code memory, MB}. */
    public static String column(String label) {
        String column = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return STABLE_COLUMNS.getOrDefault(label, column);
    }

    /** Rows for the points of lines, each with the line's name in front. */
    public static final class Lines {
        private final List<List<Object>> rows = new ArrayList<>();
        private int measured = -1;

        /** Adds published results; lines that are added after them are published too. */
        public void addPublished(List<PublishedOverlay> overlays) {
            if (measured < 0) {
                measured = rows.size();
            }
            overlays.forEach(overlay -> add(overlay.name(), overlay.curve()));
        }

        public void add(String name, Curve curve) {
            for (int point = 0; point < curve.size(); point++) {
                if (!Double.isNaN(curve.y(point))) {
                    rows.add(List.of(name, curve.x(point), curve.y(point)));
                }
            }
        }

        public ChartTable toTable(String line, String x, String y) {
            return new ChartTable(List.of(line, x, y), rows, measured < 0 ? rows.size() : measured);
        }
    }
}
