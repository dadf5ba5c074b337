package org.faasnetlab.cli;

import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.store.RunData;

/** Writes a run to a file. */
@FunctionalInterface
public interface Exporters {

    /**
     * Writes the run, in place of what the file held.
     *
     * @throws LabException if the file cannot be written
     */
    void export(ExportFormat format, RunData run, Path file) throws LabException;
}
