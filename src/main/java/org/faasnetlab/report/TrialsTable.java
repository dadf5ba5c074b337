package org.faasnetlab.report;

import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/** The measurements of each trial. */
public final class TrialsTable {
    private TrialsTable() {}

    /** One row for each direction of each trial. */
    public static ReportTable of(RunFindings findings, List<FunctionRow> functions) {
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
                .numberColumn("Median")
                .numberColumn("P5")
                .numberColumn("P95")
                .numberColumn("Aggregate")
                .numberColumn("Steady")
                .numberColumn("Start spread")
                .textColumn("Validity");
        for (TrialFindings trial : findings.trials()) {
            trial.summary().byDirection(functions).forEach(summary -> row(table, summary));
        }
        return table;
    }

    private static String parallelism(List<Workload> workloads) {
        String noun = workloads.isEmpty() ? "stream" : workloads.get(0).type().parallelism();
        return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1) + "s";
    }

    private static void row(ReportTable table, TrialSummary summary) {
        TrialRow trial = summary.trial();
        FunctionBandwidths each = summary.each();
        table.row(
                String.valueOf(trial.index() + 1),
                trial.cell().memoryLabel(),
                trial.direction().id(),
                length(trial),
                String.valueOf(trial.workload().parallelism()),
                summary.finished() + "/" + summary.functions(),
                ReportTable.rate(summary.medianEach()),
                ReportTable.percentile(each != null, each == null ? null : each.p5()),
                ReportTable.percentile(each != null, each == null ? null : each.p95()),
                ReportTable.rate(summary.aggregate()),
                ReportTable.rate(summary.steadyAggregate()),
                text(summary.startSpread()),
                summary.validity().text());
    }

    private static String length(TrialRow trial) {
        Integer seconds = trial.workload().measuredSeconds();
        return seconds == null ? trial.workload().extent().label() : String.valueOf(seconds);
    }

    private static String text(@Nullable StartSpread spread) {
        return spread == null ? "-" : spread.spread().toMillis() + " ms";
    }
}
