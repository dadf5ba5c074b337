package org.faasnetlab.cli;

import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ApplicationWindow;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.LabOpener;
import org.faasnetlab.run.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Without a command: the window. */
@Command(
        name = "faasnetlab",
        header = "Measures, draws and explains the network that a serverless function really gets.",
        description = "Without a command it opens the window.",
        footer = {
            "",
            "Exit codes: 0 all is well (of a run: every function delivered), 1 something failed, 2 wrong input, nothing was "
                    + "measured, 3 a program or a display is missing, 130 stopped with Ctrl-C."
        })
final class RootCommand implements Callable<Integer> {
    private final LabOpener opener;
    private final ApplicationWindow window;

    @Mixin
    private DataOption data;

    RootCommand(LabOpener opener, DataOption data, ApplicationWindow window) {
        this.data = data;
        this.opener = opener;
        this.window = window;
    }

    @Override
    public Integer call() throws LabException {
        window.requireDisplay();
        try (Lab lab = data.open(opener)) {
            window.show(lab);
        }
        return ExitCode.OK;
    }
}
