package org.faasnetlab.cli.common;

import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStore;

/** Writes runs to files. */
@FunctionalInterface
public interface RunFileExporter {

    /**
     * Writes a run of the store, in place of what the file held.
     *
     * @return the files that were written: a format may need one more beside the one that was named
     * @throws LabException if the run cannot be read or a file cannot be written
     */
    List<Path> export(ExportFormat format, RunStore store, RunRow run, Path file) throws LabException;
}
