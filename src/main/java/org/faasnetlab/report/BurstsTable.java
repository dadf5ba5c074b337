package org.faasnetlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.BurstStatistics;
import org.faasnetlab.analysis.BurstStatistics.Estimate;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.burst.BurstMetrics;
import org.faasnetlab.workload.Metric;
import org.jspecify.annotations.Nullable;

/** Bursts and baselines of the cells of a run: medians over the trials with their confidence intervals. */
public final class BurstsTable {
    private BurstsTable() {}

    /** Has no row for a single trial, whose bursts a sentence states, and for cells in which nothing was analyzed. */
    public static ReportTable of(List<TrialFindings> trials, boolean withInvalid) {
        ReportTable table = new ReportTable()
                .textColumn("Cell")
                .numberColumn("Trials")
                .numberColumn("New sandboxes")
                .numberColumn("With burst")
                .numberColumn("Left out");
        for (Metric metric : BurstMetrics.ALL) {
            table.numberColumn(metric.label()).intervalColumn("95 % CI");
        }
        table.textColumn("CI of");
        if (trials.size() > 1) {
            BurstStatistics.of(trials, withInvalid).forEach(cell -> row(table, cell));
        }
        return table;
    }

    private static void row(ReportTable table, BurstStatistics cell) {
        List<String> row = new ArrayList<>(List.of(
                cell.label(),
                String.valueOf(cell.trials()),
                String.valueOf(cell.fresh()),
                String.valueOf(cell.bursts()),
                String.valueOf(cell.invalid())));
        for (Metric metric : BurstMetrics.ALL) {
            Estimate estimate = cell.estimates().get(metric);
            row.add(estimate == null ? ReportTable.NONE : limit(cell, metric) + value(metric, estimate));
            row.add(interval(metric, estimate));
        }
        row.add(cell.estimates().values().stream()
                .map(estimate -> estimate.intervalOf().id())
                .distinct()
                .collect(Collectors.joining(", ")));
        table.row(row.toArray(String[]::new));
    }

    private static String value(Metric metric, Estimate estimate) {
        return BurstStatistics.text(metric, estimate.statistics().median());
    }

    /** A burst of less than two intervals was at least as fast and at most as long as it seems. */
    private static String limit(BurstStatistics cell, Metric metric) {
        if (!cell.unresolved()) {
            return "";
        }
        return metric.equals(BurstMetrics.BURST_RATE)
                ? "\u2265 "
                : metric.equals(BurstMetrics.BURST_LENGTH) ? "\u2264 " : "";
    }

    private static String interval(Metric metric, @Nullable Estimate estimate) {
        return estimate == null || estimate.interval() == null
                ? ReportTable.NONE
                : BurstStatistics.range(metric, estimate.interval()).toString();
    }
}
