package org.faasnetlab.report;

import java.util.List;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.DirectionSummaries;
import org.faasnetlab.analysis.summary.FunctionBandwidths;
import org.faasnetlab.analysis.summary.StartSpread;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.format.TableCellFormatter;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/** What each trial measured. */
public final class TrialsTable {
    private static final String S3 = "s3";

    private TrialsTable() {}

    /** One row for each direction of each trial. */
    public static ReportTable of(RunFindings findings, List<FunctionRow> functions) {
        boolean s3 = findings.trials().stream()
                .anyMatch(one -> one.summary().trial().transfer().equals(S3));
        ReportTable table = new ReportTable()
                .right("Trial")
                .right("Memory")
                .left("Direction")
                .right(s3 ? "Object" : "Seconds")
                .right(s3 ? "Connections" : "Streams")
                .right("Finished")
                .right("Median")
                .right("P5")
                .right("P95")
                .right("Aggregate")
                .right("Start spread");
        for (TrialFindings one : findings.trials()) {
            DirectionSummaries.of(one.summary(), functions).forEach(summary -> row(table, summary));
        }
        return table;
    }

    private static void row(ReportTable table, TrialSummary summary) {
        TrialRow trial = summary.trial();
        FunctionBandwidths each = summary.each();
        table.row(
                String.valueOf(trial.index() + 1),
                trial.memoryMb() + " MB",
                trial.direction().word(),
                length(trial),
                String.valueOf(trial.streams()),
                summary.finished() + "/" + summary.functions(),
                TableCellFormatter.rate(summary.medianEach()),
                TableCellFormatter.rate(each == null ? null : each.p5()),
                TableCellFormatter.rate(each == null ? null : each.p95()),
                TableCellFormatter.rate(summary.aggregate()),
                text(summary.startSpread()));
    }

    private static String length(TrialRow trial) {
        if (trial.objectBytes() != null) {
            return new DataSize(trial.objectBytes()).toString();
        }
        return trial.seconds() == null ? "-" : String.valueOf(trial.seconds());
    }

    private static String text(@Nullable StartSpread spread) {
        return spread == null ? "-" : spread.spread().toMillis() + " ms";
    }
}
