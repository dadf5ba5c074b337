package org.faasnetlab.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.ChartTable;

/**
 * Writes what a chart draws as a table, RFC 4180 in UTF-8, with two last columns: whether a row is valid, and
 * whether the network was simulated, or that the row is a published result.
 * Numbers are written with a point, the same in every language.
 */
public final class ChartTableExport {

    /** Writes the table; the stream is flushed, not closed. */
    public void write(ChartData chart, OutputStream out) throws IOException {
        ChartTable table = chart.exportedTable();
        String network = chart.head().network().id();
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
        for (String column : table.columns()) {
            printer.print(column);
        }
        printer.print("network");
        printer.println();
        for (int row = 0; row < table.rows().size(); row++) {
            for (Object value : table.rows().get(row)) {
                printer.print(text(value));
            }
            printer.print(row < table.measured() ? network : "published");
            printer.println();
        }
        printer.flush();
    }

    /** The shortest text that is read back as the same number. */
    private static Object text(Object value) {
        if (value instanceof Double number) {
            return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        }
        return value instanceof String text ? CsvExport.escapeFormula(text) : value;
    }
}
