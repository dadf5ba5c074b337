package org.faasnetlab.cli.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.faasnetlab.analysis.FittedFunctions;
import org.faasnetlab.analysis.MethodsCard;
import org.faasnetlab.analysis.RefillRates;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.cli.common.TerminalStyle;
import org.faasnetlab.cli.common.TextTable;
import org.faasnetlab.report.BurstsTable;
import org.faasnetlab.report.CellsTable;
import org.faasnetlab.report.FailureSummary;
import org.faasnetlab.report.FunctionsTable;
import org.faasnetlab.report.JobTable;
import org.faasnetlab.report.ReportTable;
import org.faasnetlab.report.RunAnswer;
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

    /**
     * What matters most: the answer to the question of the preset, and the main numbers of each trial.
     */
    public List<TerminalStyle.Line> brief(RunReader store, RunRow run) throws StoreException {
        RunFindings findings = analysis.get().read(store, run);
        List<FunctionRow> functions = store.functions(run.id());
        List<String> lines = new ArrayList<>(heading(run));
        Set<String> doubtful = new HashSet<>();
        if (!findings.trials().isEmpty()) {
            RunAnswer answer = RunAnswer.of(run, findings, functions);
            lines.add("");
            lines.add(answer.question().text());
            lines.add(answer.sentence().toString());
            addBursts(lines, answer);
            if (!answer.reliable()) {
                doubtful.add(answer.sentence().toString());
            } else if (findings.trials().size() == 1) {
                lines.add(findings.trials().get(0).verdict().sentence().toString());
            }
            if (answer.latency() != null) {
                lines.add(answer.latency().toString());
            }
            findings.notes().forEach(note -> lines.add(note.toString()));
            TrialsTable.brief(findings, functions).forEach(table -> {
                lines.add("");
                lines.addAll(TextTable.lines(table));
            });
        }
        List<String> failures = FailureSummary.of(functions);
        add(lines, failures);
        lines.add("");
        return lines.stream()
                .map(line -> new TerminalStyle.Line(
                        line,
                        doubtful.contains(line)
                                ? TerminalStyle.Emphasis.WARNING
                                : failures.contains(line)
                                        ? TerminalStyle.Emphasis.FAILURE
                                        : TerminalStyle.Emphasis.NONE))
                .toList();
    }

    /** Where the rest is. */
    public static String details(RunRow run) {
        return "Statistics, evidence, cost, and settings: faasnetlab show " + run.id() + " --details";
    }

    /**
     * All findings of a run.
     *
     * @param everyFunction whether there is a row for each function, each analyzed for bursts
     */
    List<String> full(RunReader store, RunRow run, boolean everyFunction, boolean withInvalid) throws StoreException {
        RunFindings findings = everyFunction
                ? analysis.get().read(store, run, FittedFunctions.EVERY_FUNCTION)
                : analysis.get().read(store, run);
        List<String> lines = lines(store, run, findings, everyFunction, withInvalid);
        lines.add("Method (Hoefler, Belli, SC15): "
                + MethodsCard.of(run, findings).summary() + " The report has each rule with its reason.");
        lines.add("");
        return lines;
    }

    private static List<String> lines(
            RunReader store, RunRow run, RunFindings findings, boolean everyFunction, boolean withInvalid)
            throws StoreException {
        List<FunctionRow> functions = store.functions(run.id());
        List<String> lines = new ArrayList<>(heading(run));
        if (!findings.trials().isEmpty()) {
            RunAnswer answer = RunAnswer.of(run, findings, functions, withInvalid);
            lines.add("");
            lines.add(answer.question().text());
            lines.add(answer.sentence().toString());
            addBursts(lines, answer);
            lines.add("");
            lines.addAll(TextTable.lines(TrialsTable.of(run, findings, functions)));
            List<TrialSummary> summaries =
                    findings.trials().stream().map(TrialFindings::summary).toList();
            add(lines, CellsTable.of(summaries, functions, withInvalid));
            CellsTable.notes(summaries, functions, withInvalid).forEach(note -> lines.add(note.toString()));
            add(lines, BurstsTable.of(findings.trials(), withInvalid));
            add(lines, StatisticsTable.of(findings.trials()));
            add(lines, StatisticsTable.ofColdStarts(summaries, functions, withInvalid));
            add(lines, JobTable.of(findings.trials()));
            JobTable.source(findings.trials()).ifPresent(source -> lines.add(source.toString()));
            lines.addAll(verdicts(findings));
            if (everyFunction) {
                add(lines, FunctionsTable.of(run, findings.trials()));
            }
        }
        add(lines, FailureSummary.of(functions));
        lines.add("");
        return lines;
    }

    private static void addBursts(List<String> lines, RunAnswer answer) {
        if (answer.bursts() != null) {
            lines.add(answer.bursts().toString());
        }
    }

    private static void add(List<String> lines, List<String> further) {
        if (!further.isEmpty()) {
            lines.add("");
            lines.addAll(further);
        }
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

    /** What limited each trial, with the evidence. */
    private static List<String> verdicts(RunFindings run) {
        List<String> lines = new ArrayList<>();
        for (TrialFindings trial : run.trials()) {
            lines.add("");
            String name = run.trials().size() == 1
                    ? ""
                    : "Trial " + (trial.summary().trial().index() + 1) + ": ";
            lines.add(name + trial.verdict().sentence());
            lines.add("  " + trial.burst());
            trial.remarks().forEach(remark -> lines.add("  " + remark));
            if (trial.refillSentence() != null) {
                lines.add("  " + trial.refillSentence());
            }
            trial.evidence().forEach(item -> lines.add(line(item)));
        }
        RefillRates.overPauses(run.trials()).ifPresent(sentence -> lines.addAll(List.of("", sentence.toString())));
        run.notes().forEach(note -> lines.add(note.toString()));
        return lines;
    }

    private static String line(EvidenceItem item) {
        return "  " + item.state().sign() + " " + item.label() + ": " + item.sentence();
    }
}
