package org.faasnetlab.cli;

import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunData;

/** Writes runs to files. */
@FunctionalInterface
public interface Exporters {

    /**
     * Writes the run, in place of what the file held.
     *
     * @return the files that were written: a format may need one more beside the one that was named
     * @throws LabException if a file cannot be written
     */
    List<Path> export(ExportFormat format, RunData run, Path file) throws LabException;
}
