package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.faasnetlab.cli.common.ExportFormat;
import org.faasnetlab.cli.common.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the files a run is written to. */
public final class ExportOptions {
    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description =
                    "Write every measured interval as CSV, and beside it a row for each function and for each trial.")
    private @Nullable Path csv;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the run with all its facts as JSON.")
    private @Nullable Path json;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw bandwidth over time; one picture for each trial.")
    private @Nullable Path png;

    @Option(names = "--svg", paramLabel = "FILE", description = "The same as SVG, for papers.")
    private @Nullable Path svg;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write one HTML document to read and print: verdict, tables, charts, settings.")
    private @Nullable Path report;

    /**
     * The files asked for.
     *
     * @throws InputException if one cannot be written, or one file is named twice
     */
    public List<ExportTarget> checked() throws InputException {
        List<ExportTarget> targets = new ArrayList<>();
        add(targets, ExportFormat.CSV, csv);
        add(targets, ExportFormat.JSON, json);
        add(targets, ExportFormat.PNG, png);
        add(targets, ExportFormat.SVG, svg);
        add(targets, ExportFormat.REPORT, report);
        Set<Path> files = new HashSet<>();
        for (ExportTarget target : targets) {
            target.check();
            if (!files.add(target.file().toAbsolutePath().normalize())) {
                throw new InputException(
                        target.file() + " is named twice.",
                        "Give each of --csv, --json, --png, --svg and --report a file of its own.");
            }
        }
        return targets;
    }

    private static void add(List<ExportTarget> targets, ExportFormat format, @Nullable Path file) {
        if (file != null) {
            targets.add(new ExportTarget(format, file));
        }
    }
}
