package org.faasnetlab.cli.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.faasnetlab.analysis.comparison.ComparedCell;
import org.faasnetlab.analysis.comparison.ComparisonFormatter;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** A comparison of runs as lines of text. */
final class ComparisonTextReport {
    private static final String NONE = "-";

    private ComparisonTextReport() {}

    static List<String> lines(RunComparison comparison) {
        List<String> lines = new ArrayList<>();
        for (RunRow run : comparison.runs()) {
            lines.add("Run " + run.id() + ": " + run.title() + (run.simulatedNetwork() ? " (simulated network)" : ""));
        }
        for (ComparedCell cell : comparison.cells()) {
            lines.add("");
            lines.add(comparison.metric().label() + " per function: " + cell.label());
            lines.addAll(table(comparison, cell));
            lines.addAll(ComparisonFormatter.of(comparison, cell));
        }
        differing(lines, comparison, "SETTING", comparison.settings());
        differing(lines, comparison, "ENVIRONMENT", comparison.environment());
        return lines;
    }

    private static List<String> table(RunComparison comparison, ComparedCell cell) {
        TextTable table = new TextTable()
                .left("RUN")
                .right("N")
                .right("FAILED")
                .right("MEDIAN")
                .left("95 % CI")
                .right("P5")
                .right("P95")
                .right("DIFFERENCE")
                .left("95 % CI");
        Metric metric = comparison.metric();
        for (int run = 0; run < comparison.runs().size(); run++) {
            ComparedCell.Sample side = cell.samples().get(run);
            SampleStatistics each = side.each();
            MedianDifference difference = side.differenceToFirst();
            table.row(
                    comparison.runs().get(run).id(),
                    each == null ? "0" : String.valueOf(each.n()),
                    String.valueOf(side.failed()),
                    each == null ? NONE : metric.text(each.median()),
                    each == null ? NONE : range(metric, each.medianInterval()),
                    each == null ? NONE : metric.text(each.p5()),
                    each == null ? NONE : metric.text(each.p95()),
                    difference == null ? NONE : ComparisonFormatter.signed(metric, difference.shift()),
                    difference == null ? NONE : signedRange(metric, difference.interval()));
        }
        return table.lines();
    }

    private static void differing(
            List<String> lines, RunComparison comparison, String heading, SortedMap<String, List<String>> facts) {
        lines.add("");
        if (facts.isEmpty()) {
            lines.add(heading.charAt(0) + heading.substring(1).toLowerCase(Locale.ROOT) + ": identical in all runs.");
            return;
        }
        TextTable table = new TextTable().left(heading);
        comparison.runs().forEach(run -> table.left(run.id()));
        facts.forEach((name, values) -> {
            List<String> cells = new ArrayList<>(List.of(name));
            cells.addAll(values);
            table.row(cells.toArray(String[]::new));
        });
        lines.addAll(table.lines());
    }

    private static String range(Metric metric, SampleStatistics.@Nullable Range range) {
        return range == null ? NONE : metric.text(range.low()) + " to " + metric.text(range.high());
    }

    private static String signedRange(Metric metric, SampleStatistics.@Nullable Range range) {
        return range == null
                ? NONE
                : ComparisonFormatter.signed(metric, range.low()) + " to "
                        + ComparisonFormatter.signed(metric, range.high());
    }
}
