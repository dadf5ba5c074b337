package org.faasnetlab.report;

import java.util.ArrayList;
import java.util.List;

/** A table of text: columns with headings, and rows of cells. */
public final class ReportTable {

    /** @param number whether its cells are numbers, which are aligned to the right */
    public record Column(String heading, boolean number) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    public ReportTable left(String heading) {
        columns.add(new Column(heading, false));
        return this;
    }

    /** A right-aligned column for numbers. */
    public ReportTable right(String heading) {
        columns.add(new Column(heading, true));
        return this;
    }

    /** @throws IllegalArgumentException if the number of cells differs from the number of columns */
    public ReportTable row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
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
}
