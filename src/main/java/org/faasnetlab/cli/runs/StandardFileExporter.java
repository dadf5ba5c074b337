package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.cli.common.ExportFormat;
import org.faasnetlab.cli.common.RunFileExporter;
import org.faasnetlab.export.FindingsJson;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.export.StoredCsvExport;
import org.faasnetlab.report.HtmlReport;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;

/** The exports of this program where no chart is named: a picture then is the timeline. */
public final class StandardFileExporter implements RunFileExporter {
    private final JsonExport json = new JsonExport(new FindingsJson(RunAnalysis::ofProgram));
    private final HtmlReport report;
    private final RunFileExporter pictures;

    /** @param zone of the dates in pictures */
    public StandardFileExporter(ZoneId zone) {
        report = new HtmlReport(zone, RunAnalysis::ofProgram, () -> RunCharts.withPublishedData(zone));
        pictures =
                new ChartFileExporter(RunCharts.withPublishedData(zone), ChartKind.TIMELINE, false, ChartTheme.LIGHT);
    }

    /** The table of intervals is written without reading them all at once, and so are the pictures. */
    @Override
    public List<Path> export(ExportFormat format, RunStore store, RunRow run, Path file) throws LabException {
        return switch (format) {
            case CSV -> new StoredCsvExport(store).write(run, file);
            case JSON -> {
                json.write(store, run, file);
                yield List.of(file);
            }
            case REPORT -> {
                report.write(store, run, file);
                yield List.of(file);
            }
            case PNG, SVG -> pictures.export(format, store, run, file);
        };
    }
}
