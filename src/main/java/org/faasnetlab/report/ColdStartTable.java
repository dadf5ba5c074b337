package org.faasnetlab.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;

/** Compares cold functions with warm ones, if a run has both. */
public final class ColdStartTable {
    private ColdStartTable() {}

    /** A row for each, or none if all that finished were of one kind. */
    public static ReportTable of(List<FunctionRow> functions) {
        List<FunctionRow> cold = of(functions, true);
        List<FunctionRow> warm = of(functions, false);
        ReportTable table = new ReportTable()
                .left("Start")
                .right("Functions")
                .right("Median")
                .right("Median time to ready");
        if (!cold.isEmpty() && !warm.isEmpty()) {
            row(table, "cold", cold);
            row(table, "warm", warm);
        }
        return table;
    }

    private static List<FunctionRow> of(List<FunctionRow> functions, boolean cold) {
        return functions.stream()
                .filter(function -> function.bandwidth() != null
                        && function.readyMicros() != null
                        && Objects.equals(function.cold(), cold))
                .toList();
    }

    private static void row(ReportTable table, String word, List<FunctionRow> functions) {
        double bitsPerSecond = median(functions.stream()
                .map(FunctionRow::bandwidth)
                .filter(Objects::nonNull)
                .mapToDouble(Bandwidth::bitsPerSecond)
                .toArray());
        double readyMicros = median(functions.stream()
                .map(FunctionRow::readyMicros)
                .filter(Objects::nonNull)
                .mapToDouble(Long::doubleValue)
                .toArray());
        table.row(
                word,
                String.valueOf(functions.size()),
                new Bandwidth(bitsPerSecond).toString(),
                String.format(Locale.ROOT, "%.0f ms", readyMicros / 1000));
    }

    private static double median(double[] values) {
        return SampleStatistics.of(values).median();
    }
}
