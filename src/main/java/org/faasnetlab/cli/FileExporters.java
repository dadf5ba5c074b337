package org.faasnetlab.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.ChartKind;
import org.faasnetlab.analysis.FindingsTree;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunCharts;
import org.faasnetlab.analysis.report.RunReportFile;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.export.StoredCsv;
import org.faasnetlab.export.chart.ChartTheme;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;

/** The exports of this program where no chart is named: a picture then is the timeline. */
public final class FileExporters implements Exporters {
    private final JsonExport json = new JsonExport(new FindingsTree(RunAnalysis::ofProgram));
    private final RunReportFile report;
    private final Exporters pictures;

    /** @param zone of the dates in pictures */
    public FileExporters(ZoneId zone) {
        report = new RunReportFile(zone, RunAnalysis::ofProgram, () -> RunCharts.withPublishedData(zone));
        pictures = new ChartExporters(RunCharts.withPublishedData(zone), ChartKind.TIMELINE, false, ChartTheme.LIGHT);
    }

    /** The table of intervals is written without reading them all at once, and so are the pictures. */
    @Override
    public List<Path> export(ExportFormat format, RunStore store, RunRow run, Path file) throws LabException {
        return switch (format) {
            case CSV -> new StoredCsv(store).write(run, file);
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
