package org.faasnetlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ApplicationWindow;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens files in the window. */
@Command(
        name = "open",
        header = "Open the window, with a plan or with files to import",
        description = {
            "FILE is a plan (.yaml, .yml), or what 'import' reads. If a window with the same data folder is open, it"
                    + " opens the files."
        })
final class OpenCommand implements Callable<Integer> {
    private final WindowStart start;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files to open")
    private List<Path> files = List.of();

    OpenCommand(Terminal terminal, DataOption data, ApplicationWindow window) {
        start = new WindowStart(terminal, data, window);
    }

    @Override
    public Integer call() throws LabException {
        return start.open(files);
    }
}
