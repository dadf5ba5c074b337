package org.faasnetlab.cli.runs;

import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.LabOpener;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes saved runs, after confirmation. */
@Command(name = "delete", header = "Delete runs and all their results, after confirmation")
public final class DeleteCommand implements Callable<Integer> {
    private final Terminal screen;
    private final Confirmation confirmation;
    private final LabOpener opener;
    private final DataOption data;

    @Mixin
    private RunIdParameters kept = new RunIdParameters();

    @Option(names = "--yes", description = "Skip the confirmation prompt")
    private boolean yes;

    public DeleteCommand(Terminal screen, Confirmation confirmation, LabOpener opener, DataOption data) {
        this.screen = screen;
        this.confirmation = confirmation;
        this.opener = opener;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open(opener)) {
            List<RunRow> runs = kept.rows(lab);
            for (RunRow run : runs) {
                screen.line(run.id() + "  " + run.title());
            }
            if (!yes && !confirmed(runs.size())) {
                screen.line("Cancelled. No runs were deleted.");
                return ExitCode.OK;
            }
            for (RunRow run : runs) {
                lab.store().delete(run.id());
            }
            lab.store().flush();
            screen.line(runs.size() == 1 ? "Deleted 1 run." : "Deleted " + runs.size() + " runs.");
        }
        return ExitCode.OK;
    }

    private boolean confirmed(int runs) throws LabException {
        confirmation.requireSomebody("Deleting runs");
        return confirmation.given((runs == 1 ? "Delete this run" : "Delete these " + runs + " runs")
                + " and all results? This cannot be undone.");
    }
}
