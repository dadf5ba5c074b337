package org.faasnetlab.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.store.RunData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes a run that is kept to files. */
@Command(
        name = "export",
        header = "Writes a run that is kept to files.",
        description = {
            "Without --chart: what was measured, and its timeline as a picture. With --chart: that chart.",
            "",
            "Examples:",
            "  faasnetlab export 20261123 --csv intervals.csv --png timeline.png",
            "  faasnetlab export 20261123 --chart by-factor --published --svg figure.svg --csv figure.csv",
            ""
        })
final class ExportCommand implements Callable<Integer> {
    private final LabOpener opener;
    private final DataOption data;
    private final RunExports exports;
    private final ZoneId zone;

    @Mixin
    private KeptRun kept = new KeptRun();

    @Mixin
    private ExportOptions options = new ExportOptions();

    @Mixin
    private ChartOptions chart = new ChartOptions();

    /** @param zone of the dates in pictures */
    ExportCommand(LabOpener opener, DataOption data, RunExports exports, ZoneId zone) {
        this.zone = zone;
        this.opener = opener;
        this.data = data;
        this.exports = exports;
    }

    @Override
    public Integer call() throws LabException {
        List<ExportTarget> targets = options.checked();
        if (targets.isEmpty()) {
            throw new InputException("No file is named.", "Give at least one of --csv, --json, --png and --svg.");
        }
        chart.check(targets);
        try (Lab lab = data.open(opener)) {
            RunData run = kept.load(lab);
            boolean written = chart.chosen()
                    ? exports.write(run, targets, chart.exporters(zone), chart.asArguments() + data.asArguments())
                    : exports.write(run, targets, data);
            return written ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
