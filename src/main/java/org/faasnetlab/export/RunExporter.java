package org.faasnetlab.export;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faasnetlab.LabException;
import org.faasnetlab.chart.BundledData;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.DrawableMetrics;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.image.ChartFonts;
import org.faasnetlab.chart.image.PngWriter;
import org.faasnetlab.chart.image.SvgWriter;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.format.BandwidthUnit;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.report.HtmlReport;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Metric;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.Workload;

/**
 * Exports runs and their charts to files, for the window and the command line alike. A file is replaced only after the
 * new one is complete; if anything fails, what was there stays.
 */
public class RunExporter {
    private static final String TRIAL_PART = ".trial-";
    private static final Pattern TRIAL_FILE = Pattern.compile(".*\\.trial-(\\d{1,6})(?:\\.[^.]*)?");

    private final BundledData data;

    /** @param data used when a format needs it */
    public RunExporter(BundledData data) {
        this.data = data;
    }

    /** @param zone of the dates in charts and reports */
    public RunExporter(ZoneId zone) {
        this(new BundledData(zone));
    }

    /** Analysis and charts as they are exported. */
    public final BundledData data() {
        return data;
    }

    /**
     * Exports a run. Intervals are read and written a part at a time, so that a large run needs no more memory than a
     * small one.
     *
     * @param chart used by the formats of a chart alone
     * @return the files that were written: the one that was named, with those that belong beside it; or instead of it
     *     one file for each trial, if the chart shows one trial and the run has several
     * @throws LabException if the run cannot be read or a file cannot be written
     */
    public List<Path> export(ExportFormat format, RunReader store, RunRow run, ChartSelection chart, Path file)
            throws LabException {
        requireFonts(format);
        return switch (format) {
            case CSV -> new CsvExport().write(store, run, file);
            case JSON -> {
                new JsonExport(data::analysis).write(store, run, file);
                yield List.of(file);
            }
            case REPORT -> {
                HtmlReport report = new HtmlReport(data.zone(), data::analysis, data::charts);
                AtomicFileWriter.write(file, report.prepare(store, run)::writeTo);
                yield List.of(file);
            }
            case PNG, SVG, CHART_CSV ->
                chart.kind().ofTrial()
                        ? exportTrials(format, store, run, chart, file)
                        : exportWhole(format, store, run, chart, file);
        };
    }

    /**
     * Checks that this computer can draw what the format contains.
     *
     * @throws LabException if it has no fonts
     */
    public static void requireFonts(ExportFormat format) throws LabException {
        switch (format) {
            case PNG, SVG, REPORT -> ChartFonts.require();
            case CSV, JSON, CHART_CSV -> {
                // Text only.
            }
        }
    }

    /**
     * Exports a chart.
     *
     * @param format one of a chart
     * @param unit of bandwidth; the table of a chart is always in bit/s
     */
    public final List<Path> export(
            ExportFormat format, ChartData chart, ChartTheme theme, BandwidthUnit unit, Path file) throws LabException {
        requireFonts(format);
        AtomicFileWriter.write(
                file,
                switch (format) {
                    case PNG -> out -> new PngWriter().write(chart.draw(theme, unit), out);
                    case SVG -> out -> new SvgWriter().write(chart.draw(theme, unit), out);
                    case CHART_CSV -> out -> new ChartTableExport().write(chart, out);
                    case CSV, JSON, REPORT -> throw new IllegalArgumentException("not a format of a chart: " + format);
                });
        return List.of(file);
    }

    /**
     * Exports all data of some runs to one archive.
     *
     * @param runIds ids of runs that are over
     */
    public final void exportArchive(RunStore store, List<String> runIds, Path file) throws LabException {
        new ArchiveExport().write(store, runIds, file);
    }

    private List<Path> exportWhole(ExportFormat format, RunReader store, RunRow run, ChartSelection chart, Path file)
            throws LabException {
        List<TrialRow> trials = requireTrials(run, store.trials(run.id()));
        Metric metric = metric(chart, trials, Workload::functionMetrics, new DrawableMetrics(trials, List.of()).rate());
        RunChartSource valid = RunChartSource.read(store, run);
        RunChartSource summaries = chart.withInvalid() ? valid.includingInvalid() : valid;
        RunChartSource source =
                chart.kind() == ChartKind.BY_FACTOR_BARS ? summaries.withSteadyAggregates(store) : summaries;
        ChartData drawn = data.charts().of(chart.kind(), source, metric, chart.published());
        return export(format, drawn, chart.theme(), BandwidthUnit.AUTOMATIC, file);
    }

    private List<Path> exportTrials(ExportFormat format, RunReader store, RunRow run, ChartSelection chart, Path file)
            throws LabException {
        List<TrialRow> trials = requireTrials(run, store.trials(run.id()));
        Metric metric = metric(chart, trials, Workload::intervalMetrics, Metrics.BANDWIDTH);
        List<FunctionRow> functions = store.functions(run.id());
        List<Path> written = new ArrayList<>();
        for (TrialRow trial : trials) {
            Path target = trials.size() == 1 ? file : trialFile(file, trial.index() + 1);
            if (!target.equals(file)) {
                AtomicFileWriter.requireNoLinks(List.of(target));
            }
            TrialChartSource source = new TrialChartSource(run, trials.size(), trial, functions);
            ChartData drawn = data.charts().read(chart.kind(), store, source, metric, chart.published());
            written.addAll(export(format, drawn, chart.theme(), BandwidthUnit.AUTOMATIC, target));
        }
        return written;
    }

    /** The metric that a chart shows: one that the run's workloads report, and that the kind of chart can show. */
    private static Metric metric(
            ChartSelection chart, List<TrialRow> trials, Function<Workload, List<Metric>> reported, Metric usual)
            throws LabException {
        String id = chart.metric();
        if (id == null) {
            return chart.kind().showsMetric() ? usual : Metrics.BANDWIDTH;
        }
        if (!chart.kind().showsMetric()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of(
                            "Chart {0} does not support --metric.", chart.kind().id()),
                    Phrase.of("Remove --metric, or specify another chart."));
        }
        List<Metric> metrics = trials.stream()
                .flatMap(trial -> reported.apply(trial.workload()).stream())
                .distinct()
                .toList();
        return metrics.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new LabException(
                        LabException.Kind.BAD_INPUT,
                        Phrase.of(
                                "Chart {0} of this run has no metric \"{1}\".",
                                chart.kind().id(), id),
                        Phrase.of(
                                "Available metrics: {0}.",
                                metrics.stream().map(Metric::id).collect(Collectors.joining(", ")))));
    }

    private static List<TrialRow> requireTrials(RunRow run, List<TrialRow> trials) throws LabException {
        if (trials.isEmpty()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    Phrase.of("Run {0} has no trials to plot.", run.id()),
                    Phrase.of("Export it with --json, which includes all data of the run."));
        }
        return trials;
    }

    /** {@code out.trial-2.png} for {@code out.png}. */
    private static Path trialFile(Path file, int number) {
        return CsvExport.beside(file, TRIAL_PART + number);
    }

    /** Whether an export to a file can also write another file, which it derives from the name of the first. */
    public static boolean canWrite(ExportFormat format, Path file, Path other) {
        if (file.equals(other)) {
            return true;
        }
        return switch (format) {
            case CSV -> other.equals(CsvExport.functionsFile(file)) || other.equals(CsvExport.trialsFile(file));
            case PNG, SVG, CHART_CSV -> isTrialFile(file, String.valueOf(other.getFileName()), other);
            case JSON, REPORT -> false;
        };
    }

    private static boolean isTrialFile(Path file, String name, Path other) {
        Matcher part = TRIAL_FILE.matcher(name);
        return part.matches() && other.equals(trialFile(file, Integer.parseInt(part.group(1))));
    }
}
