package org.faasnetlab.testbed.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.DataSize;

/** The work directory cannot be made or written to, or has no room. */
public final class WorkDirectoryException extends LabException {
    private static final long serialVersionUID = 1L;

    WorkDirectoryException(Path directory, IOException cause) {
        super(
                Kind.FAILED,
                "Cannot write to work directory " + directory + ": " + why(cause) + ".",
                "Choose another data folder in the testbed settings, or change the permissions of this one.",
                cause);
    }

    WorkDirectoryException(Path directory, DataSize needed, DataSize free) {
        super(
                Kind.FAILED,
                "Not enough space on the disk that contains " + directory + ": a run requires " + needed + ", " + free
                        + " free.",
                "Free some space, or choose a data folder on another disk in the testbed settings.");
    }

    private static String why(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it is a file";
        }
        return String.valueOf(cause.getMessage());
    }
}
