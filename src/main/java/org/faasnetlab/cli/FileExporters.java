package org.faasnetlab.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.ChartKind;
import org.faasnetlab.analysis.RunCharts;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.export.chart.ChartTheme;
import org.faasnetlab.store.RunData;

/** The exports of this program where no chart is named: a picture then is the timeline. */
public final class FileExporters implements Exporters {
    private final CsvExport csv = new CsvExport();
    private final JsonExport json = new JsonExport();
    private final Exporters pictures;

    /** @param zone of the dates in pictures */
    public FileExporters(ZoneId zone) {
        pictures = new ChartExporters(RunCharts.withPublishedData(zone), ChartKind.TIMELINE, false, ChartTheme.LIGHT);
    }

    @Override
    public List<Path> export(ExportFormat format, RunData run, Path file) throws LabException {
        return switch (format) {
            case CSV -> csv.write(run, file);
            case JSON -> {
                json.write(run, file);
                yield List.of(file);
            }
            case PNG, SVG -> pictures.export(format, run, file);
        };
    }
}
