package org.faasnetlab.cli.runs;

import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.Confirmation;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes saved runs, after confirmation. */
@Command(name = "delete", header = "Delete runs and all their results, after confirmation")
public final class DeleteCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Confirmation confirmation;
    private final DataOption data;

    @Mixin
    private RunIdParameters ids = new RunIdParameters();

    @Option(names = "--yes", description = "Skip the confirmation prompt")
    private boolean yes;

    public DeleteCommand(Terminal terminal, Confirmation confirmation, DataOption data) {
        this.terminal = terminal;
        this.confirmation = confirmation;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open()) {
            List<RunRow> runs = ids.rows(lab);
            for (RunRow run : runs) {
                terminal.print(run.id() + "  " + run.title());
            }
            if (!yes && !confirmed(runs.size())) {
                terminal.print("Cancelled. No runs were deleted.");
                return ExitCode.OK;
            }
            for (RunRow run : runs) {
                lab.store().delete(run.id());
            }
            lab.store().flush();
            terminal.print(runs.size() == 1 ? "Deleted 1 run." : "Deleted " + runs.size() + " runs.");
        }
        return ExitCode.OK;
    }

    private boolean confirmed(int runs) throws LabException {
        confirmation.requireInteractive("Deleting runs");
        return confirmation.isConfirmed((runs == 1 ? "Delete this run" : "Delete these " + runs + " runs")
                + " and all results? This cannot be undone.");
    }
}
