package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.export.ChartSelection;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.slf4j.LoggerFactory;

/** Exports a run to the files in the options, and prints their names. */
public final class ExportFileWriter {
    private final Terminal terminal;
    private final RunExporter exporter;

    public ExportFileWriter(Terminal terminal, RunExporter exporter) {
        this.terminal = terminal;
        this.exporter = exporter;
    }

    /**
     * Exports the results of a run, and its timeline as images. Writes every file that can be written.
     *
     * @param arguments arguments to include in a suggested command that exports again
     * @return false if a file could not be written, which has then been reported
     */
    public boolean write(RunReader store, RunRow run, List<ExportTarget> targets, String arguments) {
        boolean all = true;
        for (ExportTarget target : targets) {
            all &= write(target.format(), store, run, ChartSelection.TIMELINE, target, arguments);
        }
        return all;
    }

    /** Exports a chart of a run, or as CSV its data; otherwise as above. */
    boolean writeChart(
            RunReader store, RunRow run, ChartSelection chart, List<ExportTarget> targets, String arguments) {
        boolean all = true;
        for (ExportTarget target : targets) {
            ExportFormat format = target.format() == ExportFormat.CSV ? ExportFormat.CHART_CSV : target.format();
            all &= write(format, store, run, chart, target, arguments);
        }
        return all;
    }

    private boolean write(
            ExportFormat format,
            RunReader store,
            RunRow run,
            ChartSelection chart,
            ExportTarget target,
            String arguments) {
        try {
            for (Path written : exporter.export(format, store, run, chart, target.file())) {
                terminal.print("Wrote " + written);
            }
            return true;
        } catch (LabException failure) {
            // Created late, because the log file is configured only when the folders are known.
            LoggerFactory.getLogger(ExportFileWriter.class).warn("Cannot write {}", target.file(), failure);
            terminal.printError(failure.fullMessage());
            terminal.printError("The run is saved. To export it again, run: faasnetlab export " + run.id() + " "
                    + target.asArguments() + arguments);
            return false;
        }
    }
}
