package org.faasnetlab.cli;

import java.util.ArrayList;
import java.util.List;

/** A table of plain text: columns as wide as they need, two blanks between them. */
final class TextTable {
    private final List<Boolean> right = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    TextTable left(String heading) {
        return column(heading, false);
    }

    /** A column of numbers. */
    TextTable right(String heading) {
        return column(heading, true);
    }

    private TextTable column(String heading, boolean alignRight) {
        headings.add(heading);
        right.add(alignRight);
        return this;
    }

    /** @throws IllegalArgumentException if there are not as many cells as columns */
    TextTable row(String... cells) {
        if (cells.length != headings.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + headings.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        int[] widths = new int[headings.size()];
        measure(widths, headings);
        rows.forEach(row -> measure(widths, row));
        List<String> lines = new ArrayList<>();
        lines.add(line(widths, headings));
        rows.forEach(row -> lines.add(line(widths, row)));
        return lines;
    }

    private static void measure(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], cells.get(i).length());
        }
    }

    private String line(int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ");
            line.append(right.get(i) ? blanks + cells.get(i) : cells.get(i) + blanks);
        }
        return line.toString().stripTrailing();
    }
}
