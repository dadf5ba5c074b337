package org.faasnetlab.ui.results;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.FindingsTree;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunCharts;
import org.faasnetlab.analysis.report.RunReportFile;
import org.faasnetlab.export.ExportException;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.export.PngExport;
import org.faasnetlab.export.StoredCsv;
import org.faasnetlab.export.SvgExport;
import org.faasnetlab.export.TableExport;
import org.faasnetlab.export.chart.ChartData;
import org.faasnetlab.export.chart.ChartTheme;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;

/** Writes a run, or a chart of it, into a file of each kind. */
public final class RunExports {
    private final RunCharts charts;
    private final JsonExport json = new JsonExport(new FindingsTree(RunAnalysis::ofProgram));
    private final RunReportFile report;
    private final PngExport png = new PngExport();
    private final SvgExport svg = new SvgExport();
    private final TableExport table = new TableExport();

    /** @param zone of the dates in pictures */
    public RunExports(ZoneId zone) {
        charts = RunCharts.withPublishedData(zone);
        report = new RunReportFile(zone, RunAnalysis::ofProgram, () -> charts);
    }

    RunCharts charts() {
        return charts;
    }

    /**
     * @param kind one of a whole run
     * @return the files that were written
     */
    List<Path> write(ExportKind kind, RunStore store, RunRow run, Path file) throws LabException {
        if (kind == ExportKind.CSV) {
            return new StoredCsv(store).write(run, file);
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
