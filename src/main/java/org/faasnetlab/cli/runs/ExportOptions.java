package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.export.ExportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the export files. */
public final class ExportOptions {
    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Export all intervals as CSV, plus one CSV file for functions and one for trials")
    private @Nullable Path csv;

    @Option(names = "--json", paramLabel = "FILE", description = "Export the complete run as JSON")
    private @Nullable Path json;

    @Option(names = "--png", paramLabel = "FILE", description = "Plot bandwidth over time as PNG, one image per trial")
    private @Nullable Path png;

    @Option(names = "--svg", paramLabel = "FILE", description = "Plot bandwidth over time as SVG, for publications")
    private @Nullable Path svg;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Export a printable HTML report: verdict, tables, charts, and settings")
    private @Nullable Path report;

    /**
     * The requested files.
     *
     * @throws LabException if one cannot be written, or one option would overwrite the file of another
     */
    public List<ExportTarget> checked() throws LabException {
        List<ExportTarget> targets = new ArrayList<>();
        for (ExportFormat format : ExportTarget.FORMATS) {
            Path file = file(format);
            if (file != null) {
                targets.add(new ExportTarget(format, file));
            }
        }
        for (ExportTarget target : targets) {
            target.check();
        }
        for (ExportTarget target : targets) {
            for (ExportTarget other : targets) {
                if (target != other) {
                    target.checkAgainst(other);
                }
            }
        }
        return targets;
    }

    private @Nullable Path file(ExportFormat format) {
        return switch (format) {
            case CSV, CHART_CSV -> csv;
            case JSON -> json;
            case PNG -> png;
            case SVG -> svg;
            case REPORT -> report;
        };
    }
}
