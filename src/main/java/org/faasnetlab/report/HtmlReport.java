package org.faasnetlab.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;

/**
 * Writes a run as one HTML document to read, print and pass on: verdicts with their evidence, tables, charts, settings
 * and environment. It is self-contained: it has no scripts and loads nothing.
 */
public final class HtmlReport {
    private static final int MOST_FUNCTIONS = 200;

    private final Supplier<RunAnalysis> analysis;
    private final ReportCharts charts;
    private final ReportHeader head;

    /**
     * @param zone time zone of displayed dates
     * @param analysis created on demand, because it reads files of the program
     */
    public HtmlReport(ZoneId zone, Supplier<RunAnalysis> analysis, Supplier<RunCharts> charts) {
        this.analysis = analysis;
        this.charts = new ReportCharts(charts);
        head = new ReportHeader(zone);
    }

    /** A report of a run that has been read. Its charts are drawn while it is written, one at a time. */
    @FunctionalInterface
    public interface Document {
        /** Writes the document in UTF-8. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Reads and analyses a run. */
    public Document prepare(RunReader store, RunRow run) throws LabException {
        RunFindings findings = analysis.get().read(store, run);
        List<FunctionRow> functions = store.functions(run.id());
        RunLabel label = store.labels().getOrDefault(run.id(), RunLabel.NONE);
        HtmlBuilder html = new HtmlBuilder();
        head.begin(html, run, label);
        limits(html, findings, functions);
        results(html, findings, functions);
        List<ReportCharts.Figure> figures = charts.of(store, run, findings);
        return out -> {
            out.write(html.toString().getBytes(StandardCharsets.UTF_8));
            charts.write(figures, out);
            out.write(rest(run, findings, functions).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static void limits(HtmlBuilder html, RunFindings findings, List<FunctionRow> functions) {
        html.element("h2", "Verdict");
        if (findings.trials().isEmpty()) {
            html.element("p", "This run has no results.");
        }
        for (TrialFindings trial : findings.trials()) {
            if (findings.trials().size() > 1) {
                html.element("h3", "Trial " + (trial.summary().trial().index() + 1));
            }
            html.element("p", "verdict", trial.verdict().sentence());
            html.element("p", trial.burst());
            if (trial.refill() != null) {
                html.element("p", trial.refill());
            }
            evidence(html, trial.evidence());
        }
        findings.notes().forEach(note -> html.element("p", note));
        FailureSummary.of(functions).forEach(sentence -> html.element("p", "failure", sentence));
    }

    private static void evidence(HtmlBuilder html, List<EvidenceItem> evidence) {
        ReportTable table = new ReportTable().left("Check").left("Limit").left("Finding");
        for (EvidenceItem finding : evidence) {
            table.row(finding.subject(), words(finding.state()), finding.sentence());
        }
        html.table(table);
    }

    private static String words(EvidenceItem.State state) {
        return switch (state) {
            case REACHED -> "reached";
            case WITHIN -> "within";
            case UNKNOWN -> "unknown";
        };
    }

    private static void results(HtmlBuilder html, RunFindings findings, List<FunctionRow> functions) {
        html.element("h2", "Results");
        html.table(TrialsTable.of(findings, functions));
        html.element(
                "p",
                "small",
                "Median, P5, and P95 are over the bandwidths of the functions, each over its own transfer. The"
                        + " aggregate is the bandwidth of all functions over the common window: from the last start to the first"
                        + " finish, of both directions if a trial has both. Failed functions are counted but not"
                        + " averaged.");
        html.table(StatisticsTable.of(findings.trials()));
        html.table(ColdStartTable.of(functions));
        html.table(JobTable.of(findings.trials()));
        JobTable.source(findings.trials()).ifPresent(source -> html.element("p", "small", source));
    }

    private static String rest(RunRow run, RunFindings findings, List<FunctionRow> functions) {
        HtmlBuilder html = new HtmlBuilder();
        if (functions.size() <= MOST_FUNCTIONS) {
            html.element("h2", "Functions").table(FunctionsTable.of(findings.trials()));
        }
        html.element("h2", "Settings").table(facts("Setting", run.settings()));
        html.element("h2", "Environment").table(facts("Property", run.environment()));
        return html.markup("</body>\n</html>").toString();
    }

    private static ReportTable facts(String heading, SortedMap<String, String> facts) {
        ReportTable table = new ReportTable().left(heading).left("Value");
        facts.forEach((name, value) -> table.row(name, value));
        return table;
    }
}
