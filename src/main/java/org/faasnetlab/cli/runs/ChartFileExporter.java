package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.image.PngWriter;
import org.faasnetlab.chart.image.SvgWriter;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.cli.common.ExportFormat;
import org.faasnetlab.cli.common.InputException;
import org.faasnetlab.cli.common.RunFileExporter;
import org.faasnetlab.export.ChartTableExport;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.TrialRow;

/**
 * Writes one chart of a run as a picture or as the data it draws. Where a chart shows one trial, a run with several
 * becomes several files, numbered.
 */
final class ChartFileExporter implements RunFileExporter {
    private final RunCharts charts;
    private final ChartKind kind;
    private final boolean published;
    private final ChartTheme theme;
    private final PngWriter png = new PngWriter();
    private final SvgWriter svg = new SvgWriter();
    private final ChartTableExport table = new ChartTableExport();

    ChartFileExporter(RunCharts charts, ChartKind kind, boolean published, ChartTheme theme) {
        this.charts = charts;
        this.kind = kind;
        this.published = published;
        this.theme = theme;
    }

    @Override
    public List<Path> export(ExportFormat format, RunStore store, RunRow run, Path file) throws LabException {
        List<TrialRow> trials = store.trials(run.id());
        if (trials.isEmpty()) {
            throw new InputException(
                    "Run " + run.id() + " has no trials to plot.",
                    "Export it with --json, which includes all data of the run.");
        }
        if (!kind.ofTrial()) {
            write(format, charts.of(kind, RunChartSource.read(store, run), published), file);
            return List.of(file);
        }
        List<FunctionRow> functions = store.functions(run.id());
        List<Path> written = new ArrayList<>();
        for (TrialRow trial : trials) {
            Path own = trials.size() == 1 ? file : numbered(file, trial.index() + 1);
            TrialChartSource source = new TrialChartSource(run, trials.size(), trial, functions);
            write(format, charts.read(kind, store, source, published), own);
            written.add(own);
        }
        return written;
    }

    private void write(ExportFormat format, ChartData chart, Path file) throws LabException {
        switch (format) {
            case CSV -> table.write(chart, file);
            case PNG -> png.write(chart.draw(theme), file);
            case SVG -> svg.write(chart.draw(theme), file);
            case JSON, REPORT -> throw new IllegalArgumentException("not a chart format: " + format);
        }
    }

    /** {@code out.trial-2.png} for {@code out.png}. */
    private static Path numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        int end = dot <= 0 ? name.length() : dot;
        return file.resolveSibling(name.substring(0, end) + ".trial-" + number + name.substring(end));
    }
}
