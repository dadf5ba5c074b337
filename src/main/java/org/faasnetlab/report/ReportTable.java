package org.faasnetlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.measure.Bandwidth;
import org.jspecify.annotations.Nullable;

/** A table of text: columns with headings, and rows of cells. */
public final class ReportTable {

    /**
     * A column of numbers or texts.
     *
     * @param number whether its cells are numbers, which are aligned to the right
     * @param interval whether they are confidence intervals of the column before, with which they can share a cell
     */
    public record Column(String heading, boolean number, boolean interval) {}

    /** A cell whose value is unknown. */
    static final String NONE = "-";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    public ReportTable textColumn(String heading) {
        columns.add(new Column(heading, false, false));
        return this;
    }

    /** A right-aligned column for numbers. */
    public ReportTable numberColumn(String heading) {
        columns.add(new Column(heading, true, false));
        return this;
    }

    /** A column with the confidence intervals of the column before. */
    public ReportTable intervalColumn(String heading) {
        columns.add(new Column(heading, true, true));
        return this;
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if the number of cells differs from the number of columns
     */
    public ReportTable row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The same without some columns, and without the intervals that follow them. */
    ReportTable without(Set<String> headings) {
        ReportTable rest = new ReportTable();
        List<Integer> kept = new ArrayList<>();
        boolean dropped = false;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            dropped = headings.contains(column.heading()) || (dropped && column.interval());
            if (!dropped) {
                kept.add(i);
                rest.columns.add(column);
            }
        }
        rows.forEach(row -> rest.rows.add(kept.stream().map(row::get).toList()));
        return rest;
    }

    /** The number of characters of the widest cell of each column, its heading included. */
    public int[] widths() {
        int[] widths =
                columns.stream().mapToInt(column -> column.heading().length()).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    public List<List<String>> rows() {
        return List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    static String rate(@Nullable Bandwidth bandwidth) {
        return bandwidth == null ? NONE : bandwidth.toString();
    }

    static String interval(@Nullable BandwidthRange interval) {
        return interval == null ? NONE : interval.toString();
    }

    /** A percentile of functions; where they are too few, how many it takes. */
    static String percentile(boolean functions, @Nullable Bandwidth bandwidth) {
        return functions && bandwidth == null ? "n < " + SampleStatistics.MIN_FOR_PERCENTILES : rate(bandwidth);
    }

    /** A share from 0 to 1 in percent. */
    static String percent(@Nullable Double share) {
        return share == null ? NONE : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    static String number(String format, @Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, format, value);
    }
}
