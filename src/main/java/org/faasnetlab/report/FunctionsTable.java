package org.faasnetlab.report;

import java.util.List;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.format.TableCellFormatter;
import org.jspecify.annotations.Nullable;

/** A row for each function of each trial. */
public final class FunctionsTable {
    private FunctionsTable() {}

    public static ReportTable of(List<TrialFindings> trials) {
        ReportTable table = new ReportTable()
                .right("Trial")
                .right("Function")
                .left("Sandbox")
                .right("Bandwidth")
                .right("In window")
                .right("CPUs")
                .right("Burst")
                .right("Baseline");
        for (TrialFindings trial : trials) {
            for (FunctionFindings one : trial.functions()) {
                table.row(
                        String.valueOf(one.function().trial() + 1),
                        String.valueOf(one.function().functionIndex()),
                        kind(one.function().cold()),
                        one.function().failure() != null
                                ? "failed"
                                : TableCellFormatter.rate(one.function().bandwidth()),
                        TableCellFormatter.percent(one.insideShare()),
                        TableCellFormatter.number("%.2f", one.processors()),
                        burst(one.burst()),
                        baseline(one.burst()));
            }
        }
        return table;
    }

    private static String kind(@Nullable Boolean cold) {
        return cold == null ? TableCellFormatter.NONE : cold ? "cold" : "warm";
    }

    private static String burst(@Nullable BurstFit fit) {
        if (fit instanceof BurstFit.Fitted fitted) {
            return fitted.burst().toString();
        }
        return fit == null ? TableCellFormatter.NONE : fit instanceof BurstFit.NoBurst ? "none" : "too short";
    }

    private static String baseline(@Nullable BurstFit fit) {
        if (fit instanceof BurstFit.Fitted fitted) {
            return TableCellFormatter.rate(fitted.baseline().rate());
        }
        return fit instanceof BurstFit.NoBurst none
                ? TableCellFormatter.rate(none.baseline().rate())
                : TableCellFormatter.NONE;
    }
}
