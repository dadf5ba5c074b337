package org.faasnetlab.report;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.BandwidthRange;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.format.TableCellFormatter;
import org.jspecify.annotations.Nullable;

/** Distribution of the bandwidths of a trial's functions: cold and warm ones separately if there are both. */
public final class StatisticsTable {
    private StatisticsTable() {}

    /** Has no row if no function finished. */
    public static ReportTable of(List<TrialFindings> trials) {
        boolean bidirectional =
                trials.stream().anyMatch(trial -> !trial.directions().isEmpty());
        ReportTable table = new ReportTable().right("Trial");
        if (bidirectional) {
            table.left("Direction");
        }
        table.left("Sandboxes")
                .right("N")
                .right("Failed")
                .right("Median")
                .right("95 % CI of median")
                .right("P5")
                .right("P95")
                .right("CV")
                .right("In window");
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
            cells.add(trial.summary().trial().direction().word());
        }
        cells.addAll(List.of(
                kind,
                String.valueOf(each == null ? 0 : each.functions()),
                ofAll ? String.valueOf(trial.summary().failed()) : TableCellFormatter.NONE,
                TableCellFormatter.rate(each == null ? null : each.median()),
                interval == null ? TableCellFormatter.NONE : interval.toString(),
                TableCellFormatter.rate(each == null ? null : each.p5()),
                TableCellFormatter.rate(each == null ? null : each.p95()),
                TableCellFormatter.percent(each == null ? null : each.variation()),
                ofAll ? inside(trial) : TableCellFormatter.NONE));
        table.row(cells.toArray(String[]::new));
    }

    private static String inside(TrialFindings trial) {
        Double least = trial.summary().leastInside();
        return TableCellFormatter.percent(least)
                + (least == null || trial.summary().finished() == 1 ? "" : " or more");
    }
}
