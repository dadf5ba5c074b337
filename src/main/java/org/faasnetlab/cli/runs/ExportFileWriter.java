package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.RunFileExporter;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a run to the files that were asked for and says where it went. */
public final class ExportFileWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ExportFileWriter.class);

    private final Terminal screen;
    private final RunFileExporter exporters;

    public ExportFileWriter(Terminal screen, RunFileExporter exporters) {
        this.screen = screen;
        this.exporters = exporters;
    }

    /** Writes every file that can be written; false if one could not be, which the user has then been told. */
    public boolean write(RunStore store, RunRow run, List<ExportTarget> targets, DataOption data) {
        return write(store, run, targets, exporters, data.asArguments());
    }

    /**
     * The same by other exporters.
     *
     * @param arguments to repeat in the command that writes again
     */
    public boolean write(RunStore store, RunRow run, List<ExportTarget> targets, RunFileExporter by, String arguments) {
        boolean all = true;
        for (ExportTarget target : targets) {
            try {
                for (Path written : by.export(target.format(), store, run, target.file())) {
                    screen.line("Wrote " + written);
                }
            } catch (LabException failure) {
                LOG.warn("Cannot write {}", target.file(), failure);
                all = false;
                screen.note(failure.getMessage() + " " + failure.nextStep());
                screen.note("The run is saved. To export it again, run: faasnetlab export " + run.id() + " "
                        + target.asArguments() + arguments);
            }
        }
        return all;
    }
}
