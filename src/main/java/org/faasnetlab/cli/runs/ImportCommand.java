package org.faasnetlab.cli.runs;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.export.importing.RunImporter;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.run.Lab;
import org.faasnetlab.store.RunArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports runs from archives and from files of other programs. */
@Command(
        name = "import",
        header = "Import runs: archives, CSV tables of intervals, and JSON of iperf3",
        description = {
            "FILE is an archive created with 'export --archive', a CSV table of intervals (for example with the"
                    + " columns offsetMicros,durationMicros,bytes), or the output of iperf3 -J or --json-stream."
                    + " All files of iperf3 together become one run."
        })
public final class ImportCommand implements Callable<Integer> {
    /** A single function has one of the two. */
    private enum OneWay {
        download,
        upload
    }

    private final Terminal terminal;
    private final DataOption data;
    private final RunImporter importer;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import")
    private List<Path> files = List.of();

    @Option(
            names = "--direction",
            paramLabel = "DIRECTION",
            defaultValue = "download",
            description = "Direction of transfers of which a table does not state it: ${COMPLETION-CANDIDATES}"
                    + " (default: download)")
    private OneWay direction = OneWay.download;

    public ImportCommand(Terminal terminal, DataOption data, Clock clock) {
        this.terminal = terminal;
        this.data = data;
        importer = new RunImporter(clock);
    }

    @Override
    public Integer call() throws LabException {
        try (Lab lab = data.open()) {
            RunArchive.ImportResult runs =
                    importer.read(lab.store().archive(), files, Direction.parse(direction.name()));
            runs.added().forEach(id -> terminal.print("Imported " + id));
            runs.alreadyPresent().forEach(id -> terminal.print("Already present, not changed: " + id));
            if (runs.added().isEmpty() && runs.alreadyPresent().isEmpty()) {
                terminal.print("The archive contains no runs.");
            }
        }
        return ExitCode.OK;
    }
}
