package org.faasnetlab.report;

import java.util.List;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.jspecify.annotations.Nullable;

/** A row for each function of each trial. */
public final class FunctionsTable {
    private FunctionsTable() {}

    public static ReportTable of(List<TrialFindings> trials) {
        ReportTable table = new ReportTable()
                .numberColumn("Trial")
                .numberColumn("Function")
                .textColumn("Sandbox")
                .numberColumn("Bandwidth")
                .numberColumn("In window")
                .numberColumn("CPUs")
                .numberColumn("Burst")
                .numberColumn("Baseline");
        for (TrialFindings trial : trials) {
            for (FunctionFindings findings : trial.functions()) {
                table.row(
                        String.valueOf(findings.function().trial() + 1),
                        String.valueOf(findings.function().functionIndex()),
                        kind(findings.function().cold()),
                        findings.function().failure() != null
                                ? "failed"
                                : ReportTable.rate(findings.function().bandwidth()),
                        ReportTable.percent(findings.insideShare()),
                        ReportTable.number("%.2f", findings.processors()),
                        burst(findings.burst()),
                        baseline(findings.burst()));
            }
        }
        return table;
    }

    private static String kind(@Nullable Boolean cold) {
        return cold == null ? ReportTable.NONE : cold ? "cold" : "warm";
    }

    private static String burst(@Nullable BurstFit fit) {
        if (fit instanceof BurstFit.Fitted fitted) {
            return fitted.burst().toString();
        }
        return fit == null ? ReportTable.NONE : fit instanceof BurstFit.NoBurst ? "none" : "too short";
    }

    private static String baseline(@Nullable BurstFit fit) {
        if (fit instanceof BurstFit.Fitted fitted) {
            return ReportTable.rate(fitted.baseline().rate());
        }
        return fit instanceof BurstFit.NoBurst none
                ? ReportTable.rate(none.baseline().rate())
                : ReportTable.NONE;
    }
}
