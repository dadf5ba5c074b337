package org.faasnetlab.cli.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.faasnetlab.report.ReportTable;

/** A table of plain text: headings in capitals, columns as wide as needed, two spaces between them. */
public final class TextTable {
    private final ReportTable table = new ReportTable();

    public TextTable left(String heading) {
        table.textColumn(heading);
        return this;
    }

    /** A right-aligned column for numbers. */
    public TextTable right(String heading) {
        table.numberColumn(heading);
        return this;
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if the number of cells differs from the number of columns
     */
    public TextTable row(String... cells) {
        table.row(cells);
        return this;
    }

    public List<String> lines() {
        return lines(table, headings(table).toList());
    }

    /** The lines of a report's table, with headings in capitals. */
    public static List<String> lines(ReportTable table) {
        return lines(
                table,
                headings(table).map(heading -> heading.toUpperCase(Locale.ROOT)).toList());
    }

    private static List<String> lines(ReportTable table, List<String> headings) {
        int[] widths = table.widths();
        List<String> lines = new ArrayList<>();
        lines.add(line(table, widths, headings));
        table.rows().forEach(row -> lines.add(line(table, widths, row)));
        return lines;
    }

    private static Stream<String> headings(ReportTable table) {
        return table.columns().stream().map(ReportTable.Column::heading);
    }

    private static String line(ReportTable table, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ");
            line.append(table.columns().get(i).number() ? blanks + cells.get(i) : cells.get(i) + blanks);
        }
        return line.toString().stripTrailing();
    }
}
