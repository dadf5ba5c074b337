package org.faasnetlab.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.faasnetlab.analysis.DirectionSummaries;
import org.faasnetlab.analysis.FunctionBandwidths;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.StartSpread;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.TrialSummary;
import org.faasnetlab.experiment.Transfer;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.jspecify.annotations.Nullable;

/** What came out of a run, as lines of text: rows for each trial, the verdicts, then the failures by reason. */
final class RunReport {
    private final Supplier<RunAnalysis> analysis;

    /** @param analysis asked for when something is to be concluded; it reads files of the program */
    RunReport(Supplier<RunAnalysis> analysis) {
        this.analysis = analysis;
    }

    /** A run that has just ended; the evidence is left out where there are several trials. */
    List<String> brief(RunStore store, RunRow run) throws StoreException {
        RunFindings findings = analysis.get().read(store, run);
        return lines(store, run, findings, findings.trials().size() == 1, false);
    }

    /** All that is concluded from a run. */
    List<String> full(RunStore store, RunRow run, boolean everyFunction) throws StoreException {
        return lines(store, run, analysis.get().read(store, run), true, everyFunction);
    }

    private static List<String> lines(
            RunStore store, RunRow run, RunFindings findings, boolean evidence, boolean everyFunction)
            throws StoreException {
        List<FunctionRow> functions = store.functions(run.id());
        List<String> lines = new ArrayList<>(heading(run));
        if (!findings.trials().isEmpty()) {
            lines.add("");
            lines.addAll(table(findings, functions));
            lines.addAll(StatisticsTable.lines(findings.trials()));
            lines.addAll(JobTable.lines(findings.trials()));
            lines.addAll(VerdictLines.of(findings, evidence));
            lines.addAll(everyFunction ? FunctionsTable.lines(findings.trials()) : List.of());
        }
        List<String> starts = ColdAndWarm.lines(functions);
        if (!starts.isEmpty()) {
            lines.add("");
            lines.addAll(starts);
        }
        List<String> failures = failures(functions);
        if (!failures.isEmpty()) {
            lines.add("");
            lines.addAll(failures);
        }
        lines.add("");
        return lines;
    }

    private static List<String> heading(RunRow run) {
        List<String> lines = new ArrayList<>();
        lines.add("Run " + run.id() + ": " + run.title());
        lines.add(run.status().word()
                + (run.endedAt() == null ? "" : " after " + seconds(Duration.between(run.startedAt(), run.endedAt())))
                + ". " + run.testbed() + (run.simulatedNetwork() ? ", simulated network" : ""));
        if (run.message() != null) {
            lines.add(run.message());
        }
        return lines;
    }

    private static List<String> table(RunFindings findings, List<FunctionRow> functions) {
        boolean s3 = findings.trials().stream()
                .anyMatch(one -> one.summary().trial().transfer().equals(Transfer.S3.word()));
        TextTable table = new TextTable()
                .right("TRIAL")
                .right("MEMORY")
                .left("DIRECTION")
                .right(s3 ? "OBJECT" : "SECONDS")
                .right(s3 ? "CONNECTIONS" : "STREAMS")
                .right("DELIVERED")
                .right("MEDIAN EACH")
                .right("P5")
                .right("P95")
                .right("AGGREGATE")
                .right("START SPREAD");
        for (TrialFindings one : findings.trials()) {
            DirectionSummaries.of(one.summary(), functions).forEach(summary -> row(table, summary));
        }
        return table.lines();
    }

    private static void row(TextTable table, TrialSummary summary) {
        TrialRow trial = summary.trial();
        FunctionBandwidths each = summary.each();
        table.row(
                String.valueOf(trial.index() + 1),
                trial.memoryMb() + " MB",
                trial.direction().word(),
                length(trial),
                String.valueOf(trial.streams()),
                summary.finished() + "/" + summary.functions(),
                ReportWords.rate(summary.medianEach()),
                ReportWords.rate(each == null ? null : each.p5()),
                ReportWords.rate(each == null ? null : each.p95()),
                ReportWords.rate(summary.aggregate()),
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

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.0f s", duration.toMillis() / 1000.0);
    }

    /** One line for each reason, with the words of the first function that failed so. */
    private static List<String> failures(List<FunctionRow> functions) {
        Map<FailureReason, List<FunctionRow>> byReason = functions.stream()
                .filter(function -> function.failure() != null)
                .collect(Collectors.groupingBy(FunctionRow::failure, TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byReason.forEach(
                (reason, failed) -> lines.add((failed.size() == 1 ? "1 function" : failed.size() + " functions")
                        + " failed: " + reason.word() + sentence(failed.get(0).failureMessage())));
        return lines;
    }

    private static String sentence(@Nullable String message) {
        return message == null || message.isBlank() ? "" : " (" + message + ")";
    }
}
