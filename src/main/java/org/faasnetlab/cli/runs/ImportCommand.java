package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.export.importing.ArchiveImport;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Imports the runs of an archive. */
@Command(name = "import", header = "Import the runs of an archive created with 'export --archive'")
public final class ImportCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;
    private final ArchiveImport archives = new ArchiveImport();

    @Parameters(paramLabel = "FILE", description = "Run archive")
    private Path file = Path.of("");

    public ImportCommand(Terminal terminal, DataOption data) {
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open()) {
            RunArchive.ImportResult runs = archives.read(lab.store().archive(), file);
            runs.added().forEach(id -> terminal.print("Imported " + id));
            runs.alreadyPresent().forEach(id -> terminal.print("Already present, not changed: " + id));
            if (runs.added().isEmpty() && runs.alreadyPresent().isEmpty()) {
                terminal.print("The archive contains no runs.");
            }
        }
        return ExitCode.OK;
    }
}
