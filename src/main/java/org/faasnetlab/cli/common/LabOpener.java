package org.faasnetlab.cli.common;

import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.run.Lab;
import org.jspecify.annotations.Nullable;

/** Opens the lab for the commands and the window. */
public interface LabOpener {

    /**
     * Opens the lab with its data in a folder, or in the user's default folder for null; the caller closes it.
     *
     * @throws LabException if the folder cannot be used
     */
    Lab open(@Nullable Path data) throws LabException;

    /**
     * Creates the folders and the log that {@link #open} uses, for callers that start something else in parallel.
     *
     * @throws LabException if the folder cannot be used
     */
    default void createFolders(@Nullable Path data) throws LabException {}

    /** The program's log file, which has details of failures. */
    Path logFile();
}
