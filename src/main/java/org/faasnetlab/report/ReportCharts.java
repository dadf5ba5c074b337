package org.faasnetlab.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.DrawableMetrics;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.PublishedOverlay;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.image.SvgWriter;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;

/** The charts of a report, with published results drawn over those with matching axes. */
final class ReportCharts {
    /** Maximum number of trials with their own charts; the report of a long sweep would become too large to open. */
    private static final int MAX_TRIALS = 6;

    /** CSS class of what leaves invalid trials out, if the run has any. */
    static final String VALID_TRIALS = "valid-trials";

    /** CSS class of what counts invalid trials too. */
    static final String ALL_TRIALS = "all-trials";

    /**
     * A chart with its caption.
     *
     * @param trials the CSS class of the trials that it counts; empty if it is the same for all
     */
    record Figure(ChartData chart, String caption, String trials) {
        Figure(ChartData chart, String caption) {
            this(chart, caption, "");
        }

        Figure of(String counted) {
            return new Figure(chart, caption, counted);
        }
    }

    private final Supplier<RunCharts> charts;

    /** @param charts created on demand, because they need files of the program */
    ReportCharts(Supplier<RunCharts> charts) {
        this.charts = charts;
    }

    List<Figure> of(RunReader store, RunRow run, RunFindings findings) throws StoreException {
        List<Figure> figures = new ArrayList<>();
        List<TrialSummary> trials =
                findings.trials().stream().map(TrialFindings::summary).toList();
        if (trials.isEmpty()) {
            return figures;
        }
        RunCharts runCharts = charts.get();
        List<FunctionRow> functions = store.functions(run.id());
        List<TrialRow> rows = trials.stream().map(TrialSummary::trial).toList();
        RunChartSource all = new RunChartSource(run, trials, functions, false, store.evidence(run.id()));
        List<Figure> ofValid = ofRun(runCharts, all, rows);
        if (trials.stream().allMatch(trial -> trial.validity().isValid())) {
            figures.addAll(ofValid);
        } else {
            ofValid.forEach(figure -> figures.add(figure.of(VALID_TRIALS)));
            ofRun(runCharts, all.includingInvalid(), rows).forEach(figure -> figures.add(figure.of(ALL_TRIALS)));
        }
        for (TrialRow trial : rows.subList(0, Math.min(MAX_TRIALS, rows.size()))) {
            TrialChartSource source = new TrialChartSource(run, rows.size(), trial, functions);
            String name = rows.size() == 1 ? "" : ", trial " + (trial.index() + 1) + " of " + rows.size();
            for (ChartKind kind : ChartKind.values()) {
                if (kind.ofTrial()) {
                    for (Metric metric : metricsOf(kind, trial, functions)) {
                        figures.add(figure(runCharts.read(kind, store, source, metric, true), kind, metric, name));
                    }
                }
            }
        }
        return figures;
    }

    private static List<Figure> ofRun(RunCharts runCharts, RunChartSource all, List<TrialRow> rows) {
        List<Figure> figures = new ArrayList<>();
        Metric rate = new DrawableMetrics(rows, all.functions()).rate();
        for (ChartKind kind : ofRuns(rows.size())) {
            figures.add(figure(runCharts.of(kind, all, rate, true), kind, rate, ""));
        }
        ChartKind ofMetrics = rows.size() > 1 ? ChartKind.BY_FACTOR : ChartKind.DISTRIBUTION;
        for (Metric metric : new DrawableMetrics(rows, all.functions()).varying()) {
            figures.add(figure(runCharts.of(ofMetrics, all, metric, false), ofMetrics, metric, ""));
        }
        return figures;
    }

    /** The charts of whole runs, first those that compare trials. */
    private static List<ChartKind> ofRuns(int trials) {
        return Arrays.stream(ChartKind.values())
                .filter(kind -> !kind.ofTrial() && (trials > 1 || !kind.comparesTrials()))
                .sorted(Comparator.comparing(kind -> !kind.comparesTrials()))
                .toList();
    }

    private static List<Metric> metricsOf(ChartKind kind, TrialRow trial, List<FunctionRow> functions) {
        List<Metric> metrics = new ArrayList<>(List.of(Metrics.BANDWIDTH));
        if (kind.showsMetric()) {
            metrics.addAll(new DrawableMetrics(List.of(trial), functions).ofIntervalsAboveZero());
        }
        return metrics;
    }

    private static Figure figure(ChartData chart, ChartKind kind, Metric metric, String name) {
        return new Figure(chart, kind.caption(metric) + name + ".");
    }

    /** Writes charts one after the other, so that only one of them is in memory as text. */
    void write(List<Figure> figures, OutputStream out) throws IOException {
        if (figures.isEmpty()) {
            return;
        }
        out.write(bytes(new HtmlBuilder().element("h2", "Charts").toString()));
        Set<String> sources = new LinkedHashSet<>();
        for (int number = 0; number < figures.size(); number++) {
            Figure figure = figures.get(number);
            String cssClass = figure.trials().isEmpty() ? "" : " class=\"" + figure.trials() + "\"";
            out.write(bytes("<figure" + cssClass + ">\n"));
            out.write(bytes(SvgWriter.element(figure.chart().draw(ChartTheme.LIGHT), "figure" + (number + 1))));
            out.write(bytes(new HtmlBuilder()
                    .element("figcaption", figure.caption())
                    .markup("</figure>")
                    .toString()));
            figure.chart().overlays().stream().map(PublishedOverlay::source).forEach(sources::add);
        }
        HtmlBuilder listed = new HtmlBuilder();
        if (!sources.isEmpty()) {
            listed.element("h2", "Published results shown in the charts").markup("<ul>");
            sources.forEach(source -> listed.element("li", source));
            listed.markup("</ul>");
        }
        out.write(bytes(listed.toString()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
