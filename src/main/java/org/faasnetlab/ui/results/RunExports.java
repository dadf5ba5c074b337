package org.faasnetlab.ui.results;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.analysis.RunCharts;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.ExportException;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.export.PngExport;
import org.faasnetlab.export.SvgExport;
import org.faasnetlab.export.TableExport;
import org.faasnetlab.export.chart.ChartData;
import org.faasnetlab.export.chart.ChartTheme;
import org.faasnetlab.store.RunData;
import org.jspecify.annotations.Nullable;

/** Writes a run, or a chart of it, into a file of each kind. */
public final class RunExports {
    private final RunCharts charts;
    private final CsvExport csv = new CsvExport();
    private final JsonExport json = new JsonExport();
    private final PngExport png = new PngExport();
    private final SvgExport svg = new SvgExport();
    private final TableExport table = new TableExport();

    /** @param zone of the dates in pictures */
    public RunExports(ZoneId zone) {
        charts = RunCharts.withPublishedData(zone);
    }

    RunCharts charts() {
        return charts;
    }

    /**
     * @param chart the chart to write if the kind is of a chart, else not used
     * @return the files that were written
     */
    List<Path> write(ExportKind kind, RunData run, @Nullable ChartData chart, Path file) throws ExportException {
        if (kind == ExportKind.CSV) {
            return csv.write(run, file);
        }
        if (kind == ExportKind.JSON) {
            json.write(run, file);
        } else {
            write(kind, Objects.requireNonNull(chart), file);
        }
        return List.of(file);
    }

    private void write(ExportKind kind, ChartData chart, Path file) throws ExportException {
        switch (kind) {
            case PNG -> png.write(chart.draw(ChartTheme.LIGHT), file);
            case SVG -> svg.write(chart.draw(ChartTheme.LIGHT), file);
            case CHART_CSV -> table.write(chart, file);
            case CSV, JSON -> throw new IllegalArgumentException(kind + " is not of a chart");
        }
    }
}
