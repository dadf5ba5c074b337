package org.faasnetlab.cli;

import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ApplicationWindow;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.run.Lab;

/** Opens the window, or brings the one to the front that is open with the same data folder. */
final class WindowStart {
    private final Terminal terminal;
    private final DataOption data;
    private final ApplicationWindow window;

    WindowStart(Terminal terminal, DataOption data, ApplicationWindow window) {
        this.terminal = terminal;
        this.data = data;
        this.window = window;
    }

    /**
     * Returns when the user has closed the window, or immediately if another one opens the files.
     *
     * @return the program's exit code
     */
    int open(List<Path> files) throws LabException {
        window.requireDisplay();
        data.createFolders(); // before JavaFX logs
        if (window.handOver(files)) {
            terminal.printError(
                    files.isEmpty()
                            ? "FaaS Network Lab is open already: its window was brought to the front."
                            : "FaaS Network Lab is open already: its window opens the files.");
            return ExitCode.OK;
        }
        window.prepare();
        try (Lab lab = data.open()) {
            window.show(lab, files);
        }
        return ExitCode.OK;
    }
}
