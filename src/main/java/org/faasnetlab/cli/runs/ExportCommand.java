package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.RunStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports saved runs to files. */
@Command(
        name = "export",
        header = "Export a saved run to files, or several runs to one archive",
        description = {
            "Without --chart, exports the results, and the timeline as an image. With --chart, exports that chart.",
            "",
            "Examples:",
            "  faasnetlab export 20261123 --csv intervals.csv --png timeline.png",
            "  faasnetlab export 20261123 --chart by-factor --published --svg figure.svg --csv figure.csv",
            "  faasnetlab export 20261123 --report run.html",
            "  faasnetlab export 20261122 20261123 --archive runs.faasnetlab.zip",
            ""
        })
public final class ExportCommand implements Callable<Integer> {
    private final DataOption data;
    private final ExportFileWriter exports;
    private final Terminal terminal;
    private final RunExporter exporter;

    @Mixin
    private RunIdParameters ids = new RunIdParameters();

    @Mixin
    private ExportOptions options = new ExportOptions();

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            description = "Export the complete runs to one archive, for 'import' on another computer")
    private @Nullable Path archive;

    @Mixin
    private ChartOptions chart = new ChartOptions();

    public ExportCommand(Terminal terminal, DataOption data, ExportFileWriter exports, RunExporter exporter) {
        this.terminal = terminal;
        this.data = data;
        this.exports = exports;
        this.exporter = exporter;
    }

    @Override
    public Integer call() throws LabException {
        List<ExportTarget> targets = options.checked();
        if (targets.isEmpty() && archive == null) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "No output file specified.",
                    "Specify at least one of " + ExportTarget.options(any -> true) + ", and --archive.");
        }
        chart.check(targets);
        try (Lab lab = data.open()) {
            List<RunRow> runs = ids.rows(lab);
            if (!targets.isEmpty() && runs.size() > 1) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Several runs can be exported together only with --archive.",
                        "Use --archive, or export each run separately.");
            }
            if (archive != null) {
                writeArchive(lab.store(), runs, archive);
            }
            boolean all = targets.isEmpty() || write(lab.store(), runs.get(0), targets);
            return all ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private boolean write(RunReader store, RunRow run, List<ExportTarget> targets) {
        return chart.isSpecified()
                ? exports.writeChart(store, run, chart.selection(), targets, chart.asArguments() + data.asArguments())
                : exports.write(store, run, targets, data.asArguments());
    }

    private void writeArchive(RunStore store, List<RunRow> runs, Path file) throws LabException {
        for (RunRow run : runs) {
            if (run.status() == RunStatus.RUNNING) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Run " + run.id() + " is in progress.",
                        "Export it after it has finished.");
            }
        }
        exporter.exportArchive(store, runs.stream().map(RunRow::id).toList(), file);
        terminal.print("Wrote " + file);
    }
}
