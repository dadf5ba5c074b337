package org.faasnetlab.cli.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.report.CellsTable;
import org.faasnetlab.report.FailureSummary;
import org.faasnetlab.report.FunctionsTable;
import org.faasnetlab.report.JobTable;
import org.faasnetlab.report.ReportTable;
import org.faasnetlab.report.StatisticsTable;
import org.faasnetlab.report.TrialsTable;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;

/** The results of a run as lines of text: rows for each trial, the verdicts, then the failures by reason. */
public final class RunTextReport {
    private final Supplier<RunAnalysis> analysis;

    /** @param analysis created on demand, because it reads files of the program */
    public RunTextReport(Supplier<RunAnalysis> analysis) {
        this.analysis = analysis;
    }

    /** The results of a run that has just finished; evidence is left out if there are several trials. */
    public List<String> brief(RunReader store, RunRow run) throws StoreException {
        RunFindings findings = analysis.get().read(store, run);
        return lines(store, run, findings, findings.trials().size() == 1, false, false);
    }

    /** All findings of a run. */
    List<String> full(RunReader store, RunRow run, boolean everyFunction, boolean withInvalid) throws StoreException {
        return lines(store, run, analysis.get().read(store, run), true, everyFunction, withInvalid);
    }

    private static List<String> lines(
            RunReader store,
            RunRow run,
            RunFindings findings,
            boolean evidence,
            boolean everyFunction,
            boolean withInvalid)
            throws StoreException {
        List<FunctionRow> functions = store.functions(run.id());
        List<String> lines = new ArrayList<>(heading(run));
        if (!findings.trials().isEmpty()) {
            lines.add("");
            lines.addAll(TextTable.lines(TrialsTable.of(findings, functions)));
            List<TrialSummary> summaries =
                    findings.trials().stream().map(TrialFindings::summary).toList();
            add(lines, CellsTable.of(summaries, functions, withInvalid));
            lines.addAll(CellsTable.notes(summaries, withInvalid));
            add(lines, StatisticsTable.of(findings.trials()));
            add(lines, JobTable.of(findings.trials()));
            JobTable.source(findings.trials()).ifPresent(lines::add);
            lines.addAll(verdicts(findings, evidence));
            if (everyFunction) {
                add(lines, FunctionsTable.of(findings.trials()));
            }
        }
        add(lines, StatisticsTable.ofColdStarts(functions));
        List<String> failures = FailureSummary.of(functions);
        if (!failures.isEmpty()) {
            lines.add("");
            lines.addAll(failures);
        }
        lines.add("");
        return lines;
    }

    private static void add(List<String> lines, ReportTable table) {
        if (!table.isEmpty()) {
            lines.add("");
            lines.addAll(TextTable.lines(table));
        }
    }

    private static List<String> heading(RunRow run) {
        List<String> lines = new ArrayList<>();
        lines.add("Run " + run.id() + ": " + run.title());
        lines.add(run.status().id()
                + (run.endedAt() == null ? "" : " after " + seconds(Duration.between(run.startedAt(), run.endedAt())))
                + ". " + run.testbed() + (run.simulatedNetwork() ? ", simulated network" : ""));
        if (run.message() != null) {
            lines.add(run.message());
        }
        return lines;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.0f s", duration.toMillis() / 1000.0);
    }

    /**
     * What limited each trial.
     *
     * @param evidence whether to print a line for each item of evidence
     */
    private static List<String> verdicts(RunFindings run, boolean evidence) {
        List<String> lines = new ArrayList<>();
        for (TrialFindings trial : run.trials()) {
            if (evidence || lines.isEmpty()) {
                lines.add("");
            }
            String name = run.trials().size() == 1
                    ? ""
                    : "Trial " + (trial.summary().trial().index() + 1) + ": ";
            lines.add(name + trial.verdict().sentence());
            if (evidence) {
                lines.add("  " + trial.burst());
            }
            if (trial.latency() != null) {
                lines.add("  " + trial.latency().sentence());
            }
            if (trial.refill() != null) {
                lines.add("  " + trial.refill());
            }
            if (evidence) {
                trial.evidence().forEach(item -> lines.add(line(item)));
            }
        }
        lines.addAll(run.notes());
        return lines;
    }

    private static String line(EvidenceItem item) {
        return "  " + item.state().sign() + " " + item.subject() + ": " + item.sentence();
    }
}
