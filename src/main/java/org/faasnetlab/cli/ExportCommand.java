package org.faasnetlab.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes a run that is kept to files. */
@Command(name = "export", header = "Writes a run that is kept to files.")
final class ExportCommand implements Callable<Integer> {
    private final LabOpener opener;
    private final DataOption data;
    private final RunExports exports;

    @Mixin
    private KeptRun kept = new KeptRun();

    @Mixin
    private ExportOptions options = new ExportOptions();

    ExportCommand(LabOpener opener, DataOption data, RunExports exports) {
        this.opener = opener;
        this.data = data;
        this.exports = exports;
    }

    @Override
    public Integer call() throws LabException {
        List<ExportTarget> targets = options.checked();
        if (targets.isEmpty()) {
            throw new InputException("No file is named.", "Give at least one of --csv, --json and --png.");
        }
        try (Lab lab = data.open(opener)) {
            return exports.write(kept.load(lab), targets, data) ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
