package org.faasnetlab.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunRow;

/** The beginning of a report: its style, and the run. */
final class ReportHeader {
    /** Light and suitable for printing: page breaks inside tables and charts are avoided where possible. */
    private static final String STYLE = """
            body { font: 15px/1.5 sans-serif; color: #1f2328; background: #fff; max-width: 68rem; margin: 2rem auto;
              padding: 0 1.5rem; }
            h1 { font-size: 1.7rem; margin: 0 0 .3rem; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
            h3 { font-size: 1rem; margin: 1.4rem 0 .2rem; }
            p { margin: .4rem 0; } .muted, .small, figcaption { color: #59636e; } .small, figcaption { font-size: .85rem; }
            .note { white-space: pre-wrap; } .verdict { font-weight: bold; } .failure { color: #a40e26; }
            .badge { display: inline-block; border-radius: 6px; padding: .1rem .6rem; font-size: .85rem; font-weight: bold;
              background: #e4e8ec; } .simulated { background: #fff1d6; color: #7a4b00; }
            table { border-collapse: collapse; margin: .8rem 0; font-size: .87rem; }
            th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0;
              border-bottom: 1px solid #e4e8ec; overflow-wrap: anywhere; }
            th { color: #59636e; } .number { text-align: right; font-variant-numeric: tabular-nums; }
            figure { margin: 1rem 0; } svg { max-width: 100%; height: auto; display: block; }
            @media print { body { max-width: none; margin: 0; padding: 0; font-size: 11px; }
              figure, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } }
            """;

    private final DateTimeFormatter time;

    /** @param zone time zone of displayed dates */
    ReportHeader(ZoneId zone) {
        time = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss xxx", Locale.ENGLISH)
                .withZone(zone);
    }

    void begin(HtmlBuilder html, RunRow run, RunLabel label) {
        html.markup("<!DOCTYPE html>").markup("<html lang=\"en\">").markup("<head>");
        html.markup("<meta charset=\"UTF-8\"/>");
        // A second line of defence after escaping: whatever the document contains, the browser runs no scripts and
        // loads nothing.
        html.markup("<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\"/>");
        html.element("title", run.title() + " \u00b7 " + run.id());
        html.markup("<style>\n" + STYLE + "</style>").markup("</head>").markup("<body>");
        html.element("h1", run.title());
        html.markup("<p>").element("span", "badge", run.status().word());
        if (run.simulatedNetwork()) {
            html.element("span", "badge simulated", "simulated network");
        }
        html.markup("</p>");
        html.element("p", "muted", "Run " + run.id() + " \u00b7 " + run.testbed() + " \u00b7 " + when(run));
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

    private String when(RunRow run) {
        Instant end = run.endedAt();
        return time.format(run.startedAt()) + (end == null ? "" : " to " + time.format(end));
    }
}
