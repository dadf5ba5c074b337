package org.faasnetlab.cli.common;

import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;
import org.jspecify.annotations.Nullable;

/** Opens what the commands and the window work with. */
public interface LabOpener {

    /**
     * Opens the lab with its data in a folder, or in the user's own place for data; the caller closes it.
     *
     * @throws LabException if the folder cannot be used
     */
    Lab open(@Nullable Path data) throws LabException;

    /** The log file of this program, in which details of failures stand. */
    Path logFile();
}
