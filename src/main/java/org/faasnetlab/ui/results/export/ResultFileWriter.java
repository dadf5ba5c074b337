package org.faasnetlab.ui.results.export;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.image.PngWriter;
import org.faasnetlab.chart.image.SvgWriter;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.export.ChartTableExport;
import org.faasnetlab.export.FindingsJson;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.export.StoredCsvExport;
import org.faasnetlab.report.HtmlReport;
import org.faasnetlab.store.ExportException;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;

/** Writes a run, or a chart of it, into a file of each kind. */
public final class ResultFileWriter {
    private final RunCharts charts;
    private final JsonExport json = new JsonExport(new FindingsJson(RunAnalysis::ofProgram));
    private final HtmlReport report;
    private final PngWriter png = new PngWriter();
    private final SvgWriter svg = new SvgWriter();
    private final ChartTableExport table = new ChartTableExport();

    /** @param zone of the dates in pictures */
    public ResultFileWriter(ZoneId zone) {
        charts = RunCharts.withPublishedData(zone);
        report = new HtmlReport(zone, RunAnalysis::ofProgram, () -> charts);
    }

    public RunCharts charts() {
        return charts;
    }

    /**
     * @param kind one of a whole run
     * @return the files that were written
     */
    List<Path> write(ExportKind kind, RunStore store, RunRow run, Path file) throws LabException {
        if (kind == ExportKind.CSV) {
            return new StoredCsvExport(store).write(run, file);
        }
        if (kind == ExportKind.REPORT) {
            report.write(store, run, file);
        } else {
            json.write(store, run, file);
        }
        return List.of(file);
    }

    /** @param kind one of a chart */
    List<Path> write(ExportKind kind, ChartData chart, Path file) throws ExportException {
        switch (kind) {
            case PNG -> png.write(chart.draw(ChartTheme.LIGHT), file);
            case SVG -> svg.write(chart.draw(ChartTheme.LIGHT), file);
            case CHART_CSV -> table.write(chart, file);
            case CSV, JSON, REPORT -> throw new IllegalArgumentException(kind + " is not of a chart");
        }
        return List.of(file);
    }
}
