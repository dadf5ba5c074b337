package org.faasnetlab.cli;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.analysis.BurstFit;
import org.faasnetlab.analysis.FunctionFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.jspecify.annotations.Nullable;

/** A row for each function of each trial. */
final class FunctionsTable {
    private FunctionsTable() {}

    static List<String> lines(List<TrialFindings> trials) {
        TextTable table = new TextTable()
                .right("TRIAL")
                .right("FUNCTION")
                .left("SANDBOX")
                .right("BANDWIDTH")
                .right("INSIDE WINDOW")
                .right("PROCESSORS")
                .right("BURST")
                .right("BASELINE");
        for (TrialFindings trial : trials) {
            for (FunctionFindings one : trial.functions()) {
                table.row(
                        String.valueOf(one.function().trial() + 1),
                        String.valueOf(one.function().worker()),
                        kind(one.function().cold()),
                        one.function().failure() != null
                                ? "failed"
                                : ReportWords.rate(one.function().bandwidth()),
                        ReportWords.percent(one.insideShare()),
                        ReportWords.number("%.2f", one.processors()),
                        burst(one.burst()),
                        baseline(one.burst()));
            }
        }
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines());
        return lines;
    }

    private static String kind(@Nullable Boolean cold) {
        return cold == null ? ReportWords.NONE : cold ? "cold" : "warm";
    }

    private static String burst(@Nullable BurstFit fit) {
        if (fit instanceof BurstFit.Fitted fitted) {
            return fitted.burst().toString();
        }
        return fit == null ? ReportWords.NONE : fit instanceof BurstFit.NoBurst ? "none seen" : "too short to tell";
    }

    private static String baseline(@Nullable BurstFit fit) {
        if (fit instanceof BurstFit.Fitted fitted) {
            return ReportWords.rate(fitted.baseline().rate());
        }
        return fit instanceof BurstFit.NoBurst none
                ? ReportWords.rate(none.baseline().rate())
                : ReportWords.NONE;
    }
}
