package org.faasnetlab.cli;

import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.export.StoredCsv;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a run to the files that were asked for and says where it went. */
final class RunExports {
    private static final Logger LOG = LoggerFactory.getLogger(RunExports.class);

    private final Screen screen;
    private final Exporters exporters;

    RunExports(Screen screen, Exporters exporters) {
        this.screen = screen;
        this.exporters = exporters;
    }

    /** Exports into one file. */
    @FunctionalInterface
    private interface Export {
        List<Path> to(ExportTarget target) throws LabException;
    }

    /** Writes every file that can be written; false if one could not be, which the user has then been told. */
    boolean write(RunData run, List<ExportTarget> targets, DataOption data) {
        return write(run.run(), targets, data, target -> exporters.export(target.format(), run, target.file()));
    }

    /** The same of a run in the store. The table of intervals is written without reading them all at once. */
    boolean write(RunStore store, RunRow run, List<ExportTarget> targets, DataOption data) {
        return write(
                run,
                targets,
                data,
                target -> target.format() == ExportFormat.CSV
                        ? new StoredCsv(store).write(run, target.file())
                        : exporters.export(target.format(), KeptRun.load(store, run.id()), target.file()));
    }

    private boolean write(RunRow run, List<ExportTarget> targets, DataOption data, Export export) {
        boolean all = true;
        for (ExportTarget target : targets) {
            try {
                for (Path written : export.to(target)) {
                    screen.line("Written: " + written);
                }
            } catch (LabException failure) {
                LOG.warn("Cannot write {}", target.file(), failure);
                all = false;
                screen.note(failure.getMessage() + " " + failure.nextStep());
                screen.note("The run is kept; write it again with: faasnetlab export " + run.id() + " "
                        + target.asArguments() + data.asArguments());
            }
        }
        return all;
    }
}
