package org.faasnetlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.burst.Baseline;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.burst.FunctionFindings;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.jspecify.annotations.Nullable;

/** A row for each function of each trial. */
public final class FunctionsTable {
    private FunctionsTable() {}

    public static ReportTable of(RunRow run, List<TrialFindings> trials) {
        ReportTable table = new ReportTable()
                .numberColumn("Trial")
                .numberColumn("Function")
                .textColumn("Direction")
                .textColumn("Sandbox")
                .numberColumn("Bandwidth")
                .numberColumn("In window")
                .numberColumn("CPUs")
                .numberColumn("Clock offset")
                .numberColumn("Burst")
                .numberColumn("Baseline")
                .textColumn("Validity");
        List<TrialSummary> summaries =
                trials.stream().map(TrialFindings::summary).toList();
        List<Metric> beside = summaries.stream()
                .flatMap(trial -> trial.besideRate().keySet().stream())
                .distinct()
                .toList();
        beside.forEach(metric -> table.numberColumn(metric.label()));
        for (TrialFindings trial : trials) {
            for (FunctionFindings findings : trial.functions()) {
                List<String> cells = new ArrayList<>(List.of(
                        String.valueOf(findings.function().trial() + 1),
                        String.valueOf(findings.function().functionIndex()),
                        run.directionId(trial.summary()
                                .trial()
                                .directionOf(findings.function().functionIndex())),
                        kind(findings.function().cold()),
                        findings.function().end() == FunctionRow.End.FAILED
                                ? FunctionRow.End.FAILED.id()
                                : ReportTable.rate(findings.function().bandwidth()),
                        ReportTable.percent(findings.insideShare()),
                        ReportTable.number("%.2f", findings.processors()),
                        clock(findings.function()),
                        burst(findings.burst()),
                        baseline(findings.burst()),
                        validity(findings.function(), trial.summary())));
                beside.forEach(metric -> cells.add(value(findings.function(), metric)));
                table.row(cells.toArray(String[]::new));
            }
        }
        return TrialsTable.withoutEmptyRates(table, summaries);
    }

    /** Of the function; one whose trial is invalid does not count in summaries of several trials. */
    private static String validity(FunctionRow function, TrialSummary trial) {
        Validity own = Validity.of(function, trial.trial());
        return !own.isValid() || trial.validity().isValid()
                ? own.text().toString()
                : "trial: " + trial.validity().text();
    }

    /** How far its clock was ahead, with the largest possible error. */
    private static String clock(FunctionRow function) {
        Double offset = function.value(Metrics.CLOCK_OFFSET);
        Double bound = function.value(Metrics.CLOCK_OFFSET_BOUND);
        return offset == null || bound == null
                ? ReportTable.NONE
                : String.format(Locale.ROOT, "%.1f ± %.1f ms", offset / 1000, bound / 1000);
    }

    private static String value(FunctionRow function, Metric metric) {
        Double value = function.value(metric);
        return value == null ? ReportTable.NONE : metric.text(value);
    }

    private static String kind(@Nullable Boolean cold) {
        return cold == null ? ReportTable.NONE : cold ? "cold" : "warm";
    }

    private static String burst(@Nullable BurstFit fit) {
        return fit == null
                ? ReportTable.NONE
                : fit.accept(new BurstFit.Handler<>() {
                    @Override
                    public String on(BurstFit.Fitted fit) {
                        return fit.burst().toString();
                    }

                    @Override
                    public String on(BurstFit.TwoLevels fit) {
                        return fit.first().burst().toString();
                    }

                    @Override
                    public String on(BurstFit.NoBurst fit) {
                        return "none";
                    }

                    @Override
                    public String on(BurstFit.RateChanged fit) {
                        return "rate changed";
                    }

                    @Override
                    public String on(BurstFit.TooShort fit) {
                        return "too short";
                    }
                });
    }

    private static String baseline(@Nullable BurstFit fit) {
        Baseline baseline = fit == null ? null : fit.baselineOrNull();
        return ReportTable.rate(baseline == null ? null : baseline.rate());
    }
}
