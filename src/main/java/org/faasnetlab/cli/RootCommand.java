package org.faasnetlab.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ApplicationWindow;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.Terminal;
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
    private final WindowStart start;

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli writes the option to it, and others read it from there.
    private DataOption data;

    RootCommand(Terminal terminal, DataOption data, ApplicationWindow window) {
        this.data = data;
        start = new WindowStart(terminal, data, window);
    }

    @Override
    public Integer call() throws LabException {
        return start.open(List.of());
    }
}
