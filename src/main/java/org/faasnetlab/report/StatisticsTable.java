package org.faasnetlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.stats.CellStatistics;
import org.faasnetlab.analysis.stats.SampleStatistics;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.ColdStarts;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.format.RangeFormatter;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.store.FunctionRow;
import org.jspecify.annotations.Nullable;

/** Distribution of the bandwidths of a trial's functions: cold and warm ones separately if there are both. */
public final class StatisticsTable {
    private StatisticsTable() {}

    /** Has no row if no function finished. */
    public static ReportTable of(List<TrialFindings> trials) {
        boolean bidirectional =
                trials.stream().anyMatch(trial -> !trial.directions().isEmpty());
        ReportTable table = new ReportTable().numberColumn("Trial");
        if (bidirectional) {
            table.textColumn("Direction");
        }
        table.textColumn("Sandboxes")
                .numberColumn("N")
                .numberColumn("Failed")
                .numberColumn(TrialsTable.rateHeading(
                        trials.stream().map(TrialFindings::summary).toList()))
                .intervalColumn("95 % CI of median")
                .numberColumn("P5")
                .numberColumn("P95")
                .numberColumn("CV")
                .numberColumn("In window");
        if (trials.stream().allMatch(trial -> trial.summary().each() == null)) {
            return table;
        }
        trials.stream()
                .flatMap(trial -> trial.byDirection().stream())
                .forEach(part -> rows(table, part, bidirectional));
        return table;
    }

    private static void rows(ReportTable table, TrialFindings trial, boolean direction) {
        if (trial.cold() != null && trial.warm() != null) {
            row(table, trial, direction, "all", trial.summary().each(), true);
            row(table, trial, direction, "cold", trial.cold(), false);
            row(table, trial, direction, "warm", trial.warm(), false);
        } else {
            String kind = trial.cold() != null ? "cold" : trial.warm() != null ? "warm" : "all";
            row(table, trial, direction, kind, trial.summary().each(), true);
        }
    }

    /** Failed functions have no bandwidth and usually no kind, so they count only among all functions. */
    private static void row(
            ReportTable table,
            TrialFindings trial,
            boolean direction,
            String kind,
            @Nullable FunctionBandwidths each,
            boolean ofAll) {
        BandwidthRange interval = each == null ? null : each.medianInterval();
        List<String> cells = new ArrayList<>();
        cells.add(String.valueOf(trial.summary().trial().index() + 1));
        if (direction) {
            cells.add(trial.summary().trial().direction().id());
        }
        cells.addAll(List.of(
                kind,
                String.valueOf(each == null ? 0 : each.functions()),
                ofAll ? String.valueOf(trial.summary().failed()) : ReportTable.NONE,
                ReportTable.rate(each == null ? null : each.median()),
                ReportTable.interval(interval),
                ReportTable.percentile(each != null, each == null ? null : each.p5()),
                ReportTable.percentile(each != null, each == null ? null : each.p95()),
                ReportTable.percent(each == null ? null : each.variation()),
                ofAll ? inside(trial) : ReportTable.NONE));
        table.row(cells.toArray(String[]::new));
    }

    private static String inside(TrialFindings trial) {
        Double least = trial.summary().leastInside();
        return ReportTable.percent(least) + (least == null || trial.summary().finished() == 1 ? "" : " or more");
    }

    /** Compares cold functions with warm ones, cell by cell; has no row if no cell has functions of both kinds. */
    public static ReportTable ofColdStarts(
            List<TrialSummary> trials, List<FunctionRow> functions, boolean withInvalid) {
        ReportTable table = new ReportTable()
                .textColumn("Start")
                .numberColumn("Trials")
                .numberColumn("Functions")
                .numberColumn("Median")
                .intervalColumn("95 % CI")
                .numberColumn("Median time to ready")
                .intervalColumn("95 % CI")
                .textColumn("Cell");
        for (ColdStarts cell : ColdStarts.of(trials, functions, withInvalid)) {
            row(table, "cold", cell.cold(), cell.label());
            row(table, "warm", cell.warm(), cell.label());
        }
        return table;
    }

    private static void row(ReportTable table, String kind, ColdStarts.Kind functions, String cell) {
        CellStatistics bandwidth = functions.bandwidth();
        CellStatistics ready = functions.ready();
        BandwidthRange interval = BandwidthRange.of(bandwidth.medianInterval());
        SampleStatistics.Range times = ready == null ? null : ready.medianInterval();
        table.row(
                kind,
                String.valueOf(bandwidth.trials()),
                String.valueOf(bandwidth.values()),
                new Bandwidth(bandwidth.median()).toString(),
                ReportTable.interval(interval),
                ready == null ? ReportTable.NONE : millis(ready.median()),
                times == null
                        ? ReportTable.NONE
                        : RangeFormatter.text(millis(Math.max(0, times.low())), millis(times.high()))
                                .toString(),
                cell);
    }

    private static String millis(double micros) {
        return String.format(Locale.ROOT, "%.0f ms", micros / 1000);
    }
}
