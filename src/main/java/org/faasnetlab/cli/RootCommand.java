package org.faasnetlab.cli;

import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ApplicationWindow;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.run.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Without a command, opens the window. */
@Command(
        name = "faasnetlab",
        header = "Measure, plot, and explain the network performance of serverless functions",
        description = "Without a command, opens the window.",
        footer = {
            "",
            "Exit codes: 0 success (for a run: all functions finished), 1 failure, 2 invalid input, nothing "
                    + "was measured, 3 missing program or display, 130 cancelled with Ctrl-C, 129 and 143 ended by "
                    + "the signals HUP and TERM."
        })
final class RootCommand implements Callable<Integer> {
    private final ApplicationWindow window;

    @Mixin
    private DataOption data;

    RootCommand(DataOption data, ApplicationWindow window) {
        this.data = data;
        this.window = window;
    }

    @Override
    public Integer call() throws LabException {
        window.requireDisplay();
        data.createFolders(); // before JavaFX logs
        window.prepare();
        try (Lab lab = data.open()) {
            window.show(lab);
        }
        return ExitCode.OK;
    }
}
