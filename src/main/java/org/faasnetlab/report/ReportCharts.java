package org.faasnetlab.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.summary.TrialSummary;
import org.faasnetlab.chart.ChartKind;
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

/** The charts of a report, with published results drawn over those with matching axes. */
final class ReportCharts {
    /** Maximum number of trials with their own charts; the report of a long sweep would become too large to open. */
    private static final int MAX_TRIALS = 6;

    /** A chart with its caption. */
    record Figure(ChartData chart, String caption) {}

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
        RunChartSource all = new RunChartSource(run, trials, functions);
        if (trials.size() > 1) {
            figures.add(new Figure(
                    runCharts.of(ChartKind.BY_FACTOR, all, true), "Median bandwidth per function with its 95 % CI."));
            figures.add(new Figure(
                    runCharts.of(ChartKind.BY_FACTOR_BARS, all, true),
                    "Median bandwidth per function, and aggregate bandwidth of all functions."));
        }
        figures.add(new Figure(
                runCharts.of(ChartKind.DISTRIBUTION, all, true), "Distribution of the bandwidth per function."));
        figures.add(new Figure(runCharts.of(ChartKind.RESPONSE, all, true), "Response time and cost of the job."));
        for (TrialSummary trial : trials.subList(0, Math.min(MAX_TRIALS, trials.size()))) {
            TrialChartSource source = new TrialChartSource(run, trials.size(), trial.trial(), functions);
            String name = trials.size() == 1 ? "" : ", trial " + (trial.trial().index() + 1) + " of " + trials.size();
            figures.add(new Figure(
                    runCharts.read(ChartKind.TIMELINE, store, source, true), "Bandwidth over time" + name + "."));
            figures.add(new Figure(
                    runCharts.read(ChartKind.GANTT, store, source, true),
                    "Transfer times of the functions" + name + "."));
        }
        return figures;
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
            out.write(bytes("<figure>\n"));
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
