package org.faasnetlab.cli.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.faasnetlab.analysis.comparison.CellComparison;
import org.faasnetlab.analysis.comparison.ComparedCell;
import org.faasnetlab.analysis.comparison.ComparisonFormatter;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.MedianDifference;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.format.RangeFormatter;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** A comparison of runs as lines of text. */
final class ComparisonTextReport {
    private static final String NONE = "-";

    private final ComparisonFormatter formatter;

    ComparisonTextReport(ComparisonFormatter formatter) {
        this.formatter = formatter;
    }

    List<String> lines(RunComparison comparison) {
        List<String> lines = new ArrayList<>();
        for (RunRow run : comparison.runs()) {
            lines.add("Run " + run.id() + ": " + run.title() + (run.simulatedNetwork() ? " (simulated network)" : ""));
        }
        for (ComparedCell cell : comparison.cells()) {
            lines.add("");
            lines.add(comparison.metric().label() + " per function: " + cell.label());
            lines.addAll(table(comparison, cell));
            formatter.sentences(comparison, cell).forEach(sentence -> lines.add(sentence.toString()));
        }
        ComparisonFormatter.noteOnSeveral(comparison.judgements()).forEach(sentence -> lines.add(sentence.toString()));
        differing(lines, comparison, "SETTING", comparison.settings());
        differing(lines, comparison, "ENVIRONMENT", comparison.environment());
        return lines;
    }

    private static List<String> table(RunComparison comparison, ComparedCell cell) {
        TextTable table = new TextTable()
                .left("RUN")
                .right("TRIALS")
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
            CellStatistics each = side.each();
            MedianDifference difference = side.differenceToFirst();
            table.row(
                    comparison.runs().get(run).id(),
                    each == null ? "0" : String.valueOf(each.trials()),
                    each == null ? "0" : String.valueOf(each.values()),
                    String.valueOf(side.failed()),
                    each == null ? NONE : metric.text(each.median()),
                    each == null ? NONE : range(metric, each.medianInterval()),
                    each == null ? NONE : percentile(metric, each.p5()),
                    each == null ? NONE : percentile(metric, each.p95()),
                    difference == null ? NONE : ComparisonFormatter.signed(metric, difference.shift()),
                    difference == null ? NONE : signedRange(metric, difference.interval()));
        }
        return table.lines();
    }

    /** The cells of one run, whose trials form pairs. */
    List<String> lines(RunRow run, CellComparison comparison) {
        TextTable table = new TextTable()
                .left("CELL")
                .right("TRIALS")
                .right("N")
                .right("FAILED")
                .right("MEDIAN")
                .left("95 % CI")
                .right("DIFFERENCE")
                .left("95 % CI");
        Metric metric = comparison.metric();
        for (CellComparison.PairedCell cell : comparison.cells()) {
            CellStatistics each = cell.each();
            MedianDifference difference = cell.differenceToFirst();
            table.row(
                    cell.label(),
                    each == null ? "0" : String.valueOf(each.trials()),
                    each == null ? "0" : String.valueOf(each.values()),
                    String.valueOf(cell.failed()),
                    each == null ? NONE : metric.text(each.median()),
                    each == null ? NONE : range(metric, each.medianInterval()),
                    difference == null ? NONE : ComparisonFormatter.signed(metric, difference.shift()),
                    difference == null ? NONE : signedRange(metric, difference.interval()));
        }
        List<String> lines = new ArrayList<>(List.of(
                "Run " + run.id() + ": " + run.title(), "", comparison.metric().label() + " per function"));
        lines.addAll(table.lines());
        formatter.sentences(comparison).forEach(sentence -> lines.add(sentence.toString()));
        ComparisonFormatter.noteOnSeveral(comparison.cells().size() - 1)
                .forEach(sentence -> lines.add(sentence.toString()));
        lines.add("Trials of the same repetition are compared with each other.");
        return lines;
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

    private static String percentile(Metric metric, @Nullable Double value) {
        return value == null ? "n < " + SampleStatistics.MIN_FOR_PERCENTILES : metric.text(value);
    }

    /** Below 0, where the interval of few trials may reach, there is no value. */
    private static String range(Metric metric, SampleStatistics.@Nullable Range range) {
        return range == null
                ? NONE
                : RangeFormatter.text(metric.text(Math.max(0, range.low())), metric.text(Math.max(0, range.high())))
                        .toString();
    }

    private static String signedRange(Metric metric, SampleStatistics.@Nullable Range range) {
        return range == null
                ? NONE
                : RangeFormatter.text(
                                ComparisonFormatter.signed(metric, range.low()),
                                ComparisonFormatter.signed(metric, range.high()))
                        .toString();
    }
}
