package org.faasnetlab.testbed.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.faasnetlab.LabException;

/** The work directory cannot be made or written to. */
public final class WorkDirectoryException extends LabException {
    private static final long serialVersionUID = 1L;

    WorkDirectoryException(Path directory, IOException cause) {
        super(
                "The work directory " + directory + " cannot be written to: " + why(cause) + ".",
                "Choose another work directory in the setup, or change who may write to this one.",
                cause);
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
