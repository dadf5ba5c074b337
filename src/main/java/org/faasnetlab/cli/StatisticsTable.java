package org.faasnetlab.cli;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.BandwidthRange;
import org.faasnetlab.analysis.FunctionBandwidths;
import org.faasnetlab.analysis.TrialFindings;
import org.jspecify.annotations.Nullable;

/** How the bandwidths of a trial's functions are spread: cold and warm ones apart where there are both. */
final class StatisticsTable {
    private StatisticsTable() {}

    static List<String> lines(List<TrialFindings> trials) {
        TextTable table = new TextTable()
                .right("TRIAL")
                .left("SANDBOXES")
                .right("N")
                .right("FAILED")
                .right("MEDIAN")
                .right("95 % OF MEDIAN")
                .right("P5")
                .right("P95")
                .right("CV")
                .right("INSIDE WINDOW");
        boolean any = false;
        for (TrialFindings trial : trials) {
            any |= trial.summary().each() != null;
            if (trial.cold() != null && trial.warm() != null) {
                row(table, trial, "all", trial.summary().each(), true);
                row(table, trial, "cold", trial.cold(), false);
                row(table, trial, "warm", trial.warm(), false);
            } else {
                String kind = trial.cold() != null ? "cold" : trial.warm() != null ? "warm" : "all";
                row(table, trial, kind, trial.summary().each(), true);
            }
        }
        if (!any) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines());
        return lines;
    }

    /** Failures have no bandwidth and mostly no kind, so that they stand with all functions only. */
    private static void row(
            TextTable table, TrialFindings trial, String kind, @Nullable FunctionBandwidths each, boolean ofAll) {
        BandwidthRange interval = each == null ? null : each.medianInterval();
        table.row(
                String.valueOf(trial.summary().trial().index() + 1),
                kind,
                String.valueOf(each == null ? 0 : each.functions()),
                ofAll ? String.valueOf(trial.summary().failed()) : ReportWords.NONE,
                ReportWords.rate(each == null ? null : each.median()),
                interval == null ? ReportWords.NONE : interval.toString(),
                ReportWords.rate(each == null ? null : each.p5()),
                ReportWords.rate(each == null ? null : each.p95()),
                ReportWords.percent(each == null ? null : each.variation()),
                ofAll ? inside(trial) : ReportWords.NONE);
    }

    private static String inside(TrialFindings trial) {
        Double least = trial.summary().leastInside();
        return ReportWords.percent(least) + (least == null || trial.summary().finished() == 1 ? "" : " or more");
    }
}
