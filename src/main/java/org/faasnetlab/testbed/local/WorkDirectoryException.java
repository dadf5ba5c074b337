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
                "The work directory " + directory + " cannot be written to: " + why(cause) + ".",
                "Choose another work directory in the setup, or change who may write to this one.",
                cause);
    }

    WorkDirectoryException(Path directory, DataSize needed, DataSize free) {
        super(
                Kind.FAILED,
                "No space is left on the disk that holds " + directory + ": a run needs " + needed + " there, and "
                        + free + " are free.",
                "Free some space, or choose a work directory on another disk in the setup.");
    }

    private static String why(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it is a file";
        }
        return String.valueOf(cause.getMessage());
    }
}
