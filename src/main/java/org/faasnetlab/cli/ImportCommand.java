package org.faasnetlab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.export.ArchiveImport;
import org.faasnetlab.store.RunTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings the runs of an archive in. */
@Command(name = "import", header = "Import the runs of an archive created with 'export --archive'")
final class ImportCommand implements Callable<Integer> {
    private final Screen screen;
    private final LabOpener opener;
    private final DataOption data;
    private final ArchiveImport archives = new ArchiveImport();

    @Parameters(paramLabel = "FILE", description = "Run archive")
    private Path file = Path.of("");

    ImportCommand(Screen screen, LabOpener opener, DataOption data) {
        this.screen = screen;
        this.opener = opener;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open(opener)) {
            RunTables.BroughtIn runs = archives.read(lab.store().tables(), file);
            runs.added().forEach(id -> screen.line("Imported " + id));
            runs.alreadyThere().forEach(id -> screen.line("Already present, not changed: " + id));
            if (runs.added().isEmpty() && runs.alreadyThere().isEmpty()) {
                screen.line("The archive contains no runs.");
            }
        }
        return ExitCode.OK;
    }
}
