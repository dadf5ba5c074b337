package org.faasnetlab.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.faasnetlab.analysis.SampleStatistics;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;

/** Tells cold functions from warm ones, where a run has both. */
final class ColdAndWarm {
    private ColdAndWarm() {}

    /** A row for each, or nothing if all that finished were alike. */
    static List<String> lines(List<FunctionRow> functions) {
        List<FunctionRow> cold = of(functions, true);
        List<FunctionRow> warm = of(functions, false);
        if (cold.isEmpty() || warm.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable()
                .left("START")
                .right("FUNCTIONS")
                .right("MEDIAN EACH")
                .right("MEDIAN READY");
        row(table, "cold", cold);
        row(table, "warm", warm);
        return table.lines();
    }

    private static List<FunctionRow> of(List<FunctionRow> functions, boolean cold) {
        return functions.stream()
                .filter(function -> function.bandwidth() != null
                        && function.readyMicros() != null
                        && Objects.equals(function.cold(), cold))
                .toList();
    }

    private static void row(TextTable table, String word, List<FunctionRow> functions) {
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
