package org.faasnetlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.CellSummary;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.format.RangeFormatter;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** The cells of a run with several trials: medians over the trials with their confidence intervals. */
public final class CellsTable {
    private CellsTable() {}

    /** Has no row for less than two trials. */
    public static ReportTable of(List<TrialSummary> trials, List<FunctionRow> functions, boolean withInvalid) {
        List<CellSummary> cells = trials.size() > 1 ? CellSummary.of(trials, functions, withInvalid) : List.of();
        List<Metric> beside = cells.stream()
                .flatMap(cell -> cell.besideRate().keySet().stream())
                .distinct()
                .toList();
        ReportTable table = new ReportTable()
                .textColumn("Cell")
                .numberColumn("Trials")
                .numberColumn("Left out")
                .numberColumn("N")
                .numberColumn(TrialsTable.rateHeading(trials))
                .intervalColumn("95 % CI")
                .numberColumn("P5")
                .intervalColumn("95 % CI")
                .numberColumn("P95")
                .intervalColumn("95 % CI")
                .numberColumn("Aggregate")
                .intervalColumn("95 % CI")
                .numberColumn("Steady")
                .intervalColumn("95 % CI");
        beside.forEach(metric -> table.numberColumn(metric.label()).intervalColumn("95 % CI"));
        cells.forEach(cell -> row(table, cell, beside));
        return TrialsTable.withoutEmptyRates(table, trials);
    }

    /** What the intervals are about, which cells contradict what they presume, and which trials are left out. */
    public static List<Phrase> notes(List<TrialSummary> trials, List<FunctionRow> functions, boolean withInvalid) {
        if (trials.size() < 2) {
            return List.of();
        }
        Phrase leftOut =
                Validity.leftOut(trials.stream().map(TrialSummary::validity).toList());
        Phrase unit = Phrase.of(
                "Medians over the trials of a cell with 95 % confidence intervals over trials; with one trial, those of"
                        + " its functions and, for aggregates, over its time.");
        List<Phrase> notes = new ArrayList<>(List.of(unit));
        for (CellSummary cell : CellSummary.of(trials, functions, withInvalid)) {
            Phrase caveat = cell.sequence().caveat();
            if (caveat != null) {
                notes.add(Phrase.of("{0}: {1}", cell.label(), caveat.decapitalised()));
            }
        }
        if (leftOut != null && !withInvalid) {
            notes.add(leftOut);
        }
        return notes;
    }

    private static void row(ReportTable table, CellSummary cell, List<Metric> beside) {
        CellStatistics each = cell.each();
        List<String> row = new ArrayList<>(List.of(
                cell.label(),
                String.valueOf(trials(cell)),
                String.valueOf(cell.invalid()),
                String.valueOf(each == null ? 0 : each.values()),
                median(each),
                interval(each == null ? null : each.medianInterval()),
                percentile(each, each == null ? null : each.p5()),
                interval(each == null ? null : each.p5Interval()),
                percentile(each, each == null ? null : each.p95()),
                interval(each == null ? null : each.p95Interval()),
                median(cell.aggregate()),
                interval(cell.aggregate(), cell.aggregateOverTime()),
                median(cell.steadyAggregate()),
                interval(cell.steadyAggregate(), cell.steadyOverTime())));
        for (Metric metric : beside) {
            CellStatistics known = cell.besideRate().get(metric);
            SampleStatistics.Range range = known == null ? null : known.medianInterval();
            row.add(known == null ? ReportTable.NONE : metric.text(known.median()));
            row.add(
                    range == null
                            ? ReportTable.NONE
                            : RangeFormatter.text(
                                            metric.text(Math.max(0, range.low())),
                                            metric.text(Math.max(0, range.high())))
                                    .toString());
        }
        table.row(row.toArray(String[]::new));
    }

    /** Those with a rate, or without a transfer, with another result. */
    private static int trials(CellSummary cell) {
        return Stream.concat(Stream.ofNullable(cell.each()), cell.besideRate().values().stream())
                .mapToInt(CellStatistics::trials)
                .findFirst()
                .orElse(0);
    }

    private static String median(@Nullable CellStatistics statistics) {
        return statistics == null ? ReportTable.NONE : new Bandwidth(statistics.median()).toString();
    }

    private static String percentile(@Nullable CellStatistics each, @Nullable Double value) {
        return ReportTable.percentile(each != null, value == null ? null : new Bandwidth(value));
    }

    /** Over trials; of a single trial, over its time. */
    private static String interval(@Nullable CellStatistics ofTrials, @Nullable BandwidthRange overTime) {
        return overTime != null
                ? ReportTable.interval(overTime)
                : interval(ofTrials == null ? null : ofTrials.medianInterval());
    }

    private static String interval(SampleStatistics.@Nullable Range range) {
        return ReportTable.interval(BandwidthRange.of(range));
    }
}
