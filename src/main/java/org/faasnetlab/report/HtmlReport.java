package org.faasnetlab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.MethodsCard;
import org.faasnetlab.analysis.RefillRates;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.TrialSummary;
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
    private static final int MAX_FUNCTIONS = 200;

    /** Light and suitable for printing: page breaks inside tables and charts are avoided where possible. */
    private static final String STYLE_SHEET = "report.css";

    private final Supplier<RunAnalysis> analysis;
    private final ReportCharts charts;
    private final DateTimeFormatter time;

    /**
     * @param zone time zone of displayed dates
     * @param analysis created on demand, because it reads files of the program
     */
    public HtmlReport(ZoneId zone, Supplier<RunAnalysis> analysis, Supplier<RunCharts> charts) {
        this.analysis = analysis;
        this.charts = new ReportCharts(charts);
        time = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss xxx", Locale.ENGLISH)
                .withZone(zone);
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
        head(html, run, label);
        invalidSwitch(html, findings);
        if (!findings.trials().isEmpty()) {
            RunAnswer answer = RunAnswer.of(run, findings, functions);
            html.element("h2", answer.question().text());
            html.element(
                    "p",
                    answer.reliable() ? "verdict" : "failure",
                    answer.sentence().toString());
            if (answer.bursts() != null) {
                html.element("p", answer.bursts().toString());
            }
        }
        verdicts(html, findings, functions);
        results(html, run, findings, functions);
        methods(html, MethodsCard.of(run, findings));
        List<ReportCharts.Figure> figures = charts.of(store, run, findings);
        return out -> {
            out.write(html.toString().getBytes(StandardCharsets.UTF_8));
            charts.write(figures, out);
            out.write(details(run, findings, functions).getBytes(StandardCharsets.UTF_8));
        };
    }

    private void head(HtmlBuilder html, RunRow run, RunLabel label) {
        html.markup("<!DOCTYPE html>").markup("<html lang=\"en\">").markup("<head>");
        html.markup("<meta charset=\"UTF-8\"/>");
        // A second line of defence after escaping: whatever the document contains, the browser runs no scripts and
        // loads nothing.
        html.markup("<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\"/>");
        html.element("title", run.title() + " \u00b7 " + run.id());
        html.markup("<style>\n" + styleSheet() + "</style>").markup("</head>").markup("<body>");
        html.element("h1", run.title());
        html.markup("<p>").element("span", "badge", run.status().id());
        if (run.simulatedNetwork()) {
            html.element("span", "badge simulated", "simulated network");
        }
        html.markup("</p>");
        html.element("p", "muted", "Run " + run.id() + " \u00b7 " + run.testbed() + " \u00b7 " + period(run));
        if (run.message() != null) {
            html.element("p", run.message());
        }
        if (label.note() != null) {
            html.element("p", "note", label.note());
        }
        if (!label.tags().isEmpty()) {
            html.element("p", "muted", "Tags: " + String.join(" ", label.tags()));
        }
    }

    private static String styleSheet() {
        try (InputStream css = HtmlReport.class.getResourceAsStream(STYLE_SHEET)) {
            return new String(Objects.requireNonNull(css, STYLE_SHEET).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + STYLE_SHEET + " of this program", e);
        }
    }

    private String period(RunRow run) {
        Instant end = run.endedAt();
        return time.format(run.startedAt()) + (end == null ? "" : " to " + time.format(end));
    }

    private static void verdicts(HtmlBuilder html, RunFindings findings, List<FunctionRow> functions) {
        html.element("h2", "Verdict");
        if (findings.trials().isEmpty()) {
            html.element("p", "This run has no results.");
        }
        for (TrialFindings trial : findings.trials()) {
            if (findings.trials().size() > 1) {
                html.element("h3", "Trial " + (trial.summary().trial().index() + 1));
            }
            html.element("p", "verdict", trial.verdict().sentence().toString());
            html.element("p", trial.burst().toString());
            trial.remarks().forEach(remark -> html.element("p", remark.toString()));
            if (trial.refillSentence() != null) {
                html.element("p", trial.refillSentence().toString());
            }
            evidence(html, trial.evidence());
        }
        RefillRates.overPauses(findings.trials())
                .ifPresent(sentence -> html.element("p", "verdict", sentence.toString()));
        findings.notes().forEach(note -> html.element("p", note.toString()));
        FailureSummary.of(functions).forEach(sentence -> html.element("p", "failure", sentence));
    }

    private static void evidence(HtmlBuilder html, List<EvidenceItem> evidence) {
        ReportTable table =
                new ReportTable().textColumn("Check").textColumn("Limit").textColumn("Finding");
        for (EvidenceItem finding : evidence) {
            table.row(
                    finding.label().toString(),
                    label(finding.state()),
                    finding.sentence().toString());
        }
        html.table(table);
    }

    private static String label(EvidenceItem.State state) {
        return switch (state) {
            case REACHED -> "reached";
            case WITHIN -> "within";
            case UNKNOWN -> "unknown";
        };
    }

    private static void results(HtmlBuilder html, RunRow run, RunFindings findings, List<FunctionRow> functions) {
        html.element("h2", "Results");
        html.table(TrialsTable.of(run, findings, functions));
        html.element(
                "p",
                "small",
                "Median, P5, and P95 are over the bandwidths of the functions, each over its own transfer. The"
                        + " aggregate is the bandwidth of all functions over the common window: from the last start to the first"
                        + " finish, of both directions if a trial has both. Steady is the aggregate over the part of this window"
                        + " after the last burst. The intervals of both are over the time of this trial (block bootstrap):"
                        + " another trial may lie outside. Failed functions are counted but not"
                        + " averaged.");
        boolean anyInvalid = isAnyInvalid(findings);
        if (anyInvalid) {
            html.markup("<div class=\"" + ReportCharts.VALID_TRIALS + "\">");
            overTrials(html, findings, functions, false);
            html.markup("</div>").markup("<div class=\"" + ReportCharts.ALL_TRIALS + "\">");
            overTrials(html, findings, functions, true);
            html.markup("</div>");
        } else {
            overTrials(html, findings, functions, false);
        }
        html.table(StatisticsTable.of(findings.trials()));
        html.table(JobTable.of(findings.trials()));
        JobTable.source(findings.trials()).ifPresent(source -> html.element("p", "small", source.toString()));
    }

    private static boolean isAnyInvalid(RunFindings findings) {
        return findings.trials().stream()
                .anyMatch(trial -> !trial.summary().validity().isValid());
    }

    /** The tables over trials, in which invalid ones can count. */
    private static void overTrials(
            HtmlBuilder html, RunFindings findings, List<FunctionRow> functions, boolean withInvalid) {
        List<TrialSummary> summaries =
                findings.trials().stream().map(TrialFindings::summary).toList();
        html.table(CellsTable.of(summaries, functions, withInvalid));
        CellsTable.notes(summaries, functions, withInvalid)
                .forEach(note -> html.element("p", "small", note.toString()));
        html.table(BurstsTable.of(findings.trials(), withInvalid));
        html.table(StatisticsTable.ofColdStarts(summaries, functions, withInvalid));
    }

    /** Before everything that it switches, which are its siblings: a style sheet alone shows one or the other. */
    private static void invalidSwitch(HtmlBuilder html, RunFindings findings) {
        if (isAnyInvalid(findings)) {
            html.markup("<input type=\"checkbox\" id=\"with-invalid\"/>")
                    .markup("<label for=\"with-invalid\">Count invalid trials in tables and charts over several"
                            + " trials</label>");
        }
    }

    private static void methods(HtmlBuilder html, MethodsCard card) {
        html.element("h2", "Method");
        html.element(
                "p",
                "small",
                "The twelve rules of T. Hoefler and R. Belli, Scientific Benchmarking of Parallel Computing Systems, SC15,"
                        + " judged from the data of this run: " + card.summary());
        ReportTable table = new ReportTable()
                .numberColumn("Rule")
                .textColumn("Demand")
                .textColumn("State")
                .textColumn("Reason");
        for (MethodsCard.Rule rule : card.rules()) {
            table.row(
                    String.valueOf(rule.number()),
                    rule.rule().toString(),
                    rule.state().label(),
                    rule.reason().toString());
        }
        html.table(table);
    }

    private static String details(RunRow run, RunFindings findings, List<FunctionRow> functions) {
        HtmlBuilder html = new HtmlBuilder();
        if (functions.size() <= MAX_FUNCTIONS) {
            html.element("h2", "Functions").table(FunctionsTable.of(run, findings.trials()));
        }
        html.element("h2", "Settings").table(facts("Setting", run.settings()));
        html.element("h2", "Environment").table(facts("Property", run.environment()));
        return html.markup("</body>\n</html>").toString();
    }

    private static ReportTable facts(String heading, SortedMap<String, String> facts) {
        ReportTable table = new ReportTable().textColumn(heading).textColumn("Value");
        facts.forEach((name, value) -> table.row(name, value));
        return table;
    }
}
