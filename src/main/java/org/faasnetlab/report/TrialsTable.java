package org.faasnetlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.FunctionValues;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/** The measurements of each trial. */
public final class TrialsTable {
    private static final int MAX_WIDTH = 100;

    /** Between two columns of plain text. */
    private static final int GAP = 2;

    /** Columns without which a row could be confused with another one, or taken for valid. */
    private static final Set<String> IDENTIFYING = Set.of("Trial", "Direction", "Valid");

    private static final Set<String> RATES = Set.of("Median", "P5", "P95", "Aggregate", "Steady", "Bandwidth", "N");

    private TrialsTable() {}

    /** One row for each direction of each trial. */
    public static ReportTable of(RunRow run, RunFindings findings, List<FunctionRow> functions) {
        List<Workload> workloads = findings.trials().stream()
                .map(trial -> trial.summary().trial().workload())
                .toList();
        boolean bytes = workloads.stream().anyMatch(workload -> workload.objectSize() != null);
        ReportTable table = new ReportTable()
                .numberColumn("Trial")
                .numberColumn("Memory")
                .textColumn("Direction")
                .numberColumn(bytes ? "Object" : "Seconds")
                .numberColumn(parallelism(workloads))
                .numberColumn("Finished")
                .numberColumn(rateHeading(trials(findings)))
                .numberColumn("P5")
                .numberColumn("P95")
                .numberColumn("Aggregate")
                .intervalColumn("95 % CI")
                .numberColumn("Steady")
                .intervalColumn("95 % CI")
                .numberColumn("Start spread")
                .textColumn("Validity");
        List<Metric> beside = besideRate(trials(findings));
        beside.forEach(metric -> table.numberColumn(metric.label()));
        for (TrialFindings trial : findings.trials()) {
            trial.summary().byDirection(functions).forEach(summary -> row(table, run, summary, beside));
        }
        return withoutEmptyRates(table, trials(findings));
    }

    /**
     * The main numbers of each trial: of what was measured, only what differs between trials. Where one table would be wider than
     * a terminal of 100 columns, a second one has the metrics beside the rate.
     */
    public static List<ReportTable> brief(RunFindings findings, List<FunctionRow> functions) {
        List<TrialSummary> lines = findings.trials().stream()
                .flatMap(trial -> trial.summary().byDirection(functions).stream())
                .toList();
        List<Fact> facts = Stream.of(
                        new Fact("Memory", true, trial -> trial.memoryMb() + " MB"),
                        new Fact("Direction", false, trial -> trial.direction().id()),
                        new Fact(
                                "Length",
                                true,
                                trial -> trial.workload().extent().label()),
                        new Fact(
                                "Parallel",
                                true,
                                trial -> String.valueOf(trial.workload().parallelism())))
                .filter(fact -> lines.stream()
                                .map(line -> fact.value().apply(line.trial()))
                                .distinct()
                                .count()
                        > 1)
                .toList();
        ReportTable table = new ReportTable().numberColumn("Trial");
        facts.forEach(fact -> {
            if (fact.number()) {
                table.numberColumn(fact.heading());
            } else {
                table.textColumn(fact.heading());
            }
        });
        table.numberColumn("Finished")
                .numberColumn(rateHeading(lines))
                .numberColumn("Aggregate")
                .numberColumn("Steady");
        List<Metric> beside = besideRate(lines);
        beside.forEach(metric -> table.numberColumn(metric.label()));
        boolean invalid = lines.stream().anyMatch(line -> !line.validity().isValid());
        if (invalid) {
            table.textColumn("Valid");
        }
        for (TrialSummary line : lines) {
            List<String> cells =
                    new ArrayList<>(List.of(String.valueOf(line.trial().index() + 1)));
            facts.forEach(fact -> cells.add(fact.value().apply(line.trial())));
            cells.add(line.finished() + "/" + line.functions());
            cells.add(ReportTable.rate(line.medianEach()));
            cells.add(ReportTable.rate(line.total()));
            cells.add(ReportTable.rate(line.steadyAggregate()));
            beside.forEach(metric -> cells.add(text(line, metric)));
            if (invalid) {
                cells.add(line.validity().isValid() ? "yes" : "no");
            }
            table.row(cells.toArray(String[]::new));
        }
        return fitting(
                withoutEmptyRates(table, lines),
                beside.stream().map(Metric::label).collect(Collectors.toSet()));
    }

    private static List<ReportTable> fitting(ReportTable table, Set<String> metrics) {
        int[] widths = table.widths();
        if (metrics.isEmpty() || Arrays.stream(widths).sum() + GAP * (widths.length - 1) <= MAX_WIDTH) {
            return List.of(table);
        }
        Set<String> others = table.columns().stream()
                .map(ReportTable.Column::heading)
                .filter(heading -> !metrics.contains(heading) && !IDENTIFYING.contains(heading))
                .collect(Collectors.toSet());
        return List.of(table.without(metrics), table.without(others));
    }

    /** Where no trial transfers, there is nothing to state in columns of rates. */
    static ReportTable withoutEmptyRates(ReportTable table, List<TrialSummary> trials) {
        return trials.isEmpty()
                        || trials.stream()
                                .anyMatch(
                                        trial -> trial.trial().workload().type().transfers())
                ? table
                : table.without(RATES);
    }

    /** What was measured in a trial, as a column. */
    private record Fact(String heading, boolean number, Function<TrialRow, String> value) {}

    private static String parallelism(List<Workload> workloads) {
        String noun = workloads.isEmpty() ? "stream" : workloads.get(0).type().parallelism();
        return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1) + "s";
    }

    private static List<TrialSummary> trials(RunFindings findings) {
        return findings.trials().stream().map(TrialFindings::summary).toList();
    }

    /** The heading of medians of rates, which names the rate if it is not bandwidth. */
    static String rateHeading(List<TrialSummary> trials) {
        Metric rate = FunctionValues.rateMetric(trials.stream().map(TrialSummary::trial));
        return rate.equals(Metrics.BANDWIDTH) ? "Median" : rate.label();
    }

    private static List<Metric> besideRate(List<TrialSummary> trials) {
        return trials.stream()
                .flatMap(trial -> trial.besideRate().keySet().stream())
                .distinct()
                .toList();
    }

    private static String text(TrialSummary trial, Metric metric) {
        Double value = trial.besideRate().get(metric);
        return value == null ? ReportTable.NONE : metric.text(value);
    }

    private static void row(ReportTable table, RunRow run, TrialSummary summary, List<Metric> beside) {
        TrialRow trial = summary.trial();
        FunctionBandwidths each = summary.each();
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(trial.index() + 1),
                trial.cell().memoryLabel(),
                run.directionId(trial.direction()),
                length(trial),
                run.isNotStated("streams")
                        ? RunRow.UNKNOWN
                        : String.valueOf(trial.workload().parallelism()),
                summary.finished() + "/" + summary.functions(),
                ReportTable.rate(summary.medianEach()),
                ReportTable.percentile(each != null, each == null ? null : each.p5()),
                ReportTable.percentile(each != null, each == null ? null : each.p95()),
                ReportTable.rate(summary.total()),
                ReportTable.interval(summary.totalInterval()),
                ReportTable.rate(summary.steadyAggregate()),
                ReportTable.interval(summary.steadyInterval()),
                text(summary.startSpread()),
                summary.validity().text().toString()));
        beside.forEach(metric -> cells.add(text(summary, metric)));
        table.row(cells.toArray(String[]::new));
    }

    private static String length(TrialRow trial) {
        Integer seconds = trial.workload().measuredSeconds();
        return seconds == null ? trial.workload().extent().label() : String.valueOf(seconds);
    }

    private static String text(@Nullable StartSpread spread) {
        return spread == null ? "-" : spread.spread().toMillis() + " ms";
    }
}
