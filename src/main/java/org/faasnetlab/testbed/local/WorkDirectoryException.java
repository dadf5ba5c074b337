package org.faasnetlab.testbed.local;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.faasnetlab.LabException;

/** The work directory cannot be made or written to. */
public final class WorkDirectoryException extends LabException {
    private static final long serialVersionUID = 1L;

    WorkDirectoryException(Path directory, Exception cause) {
        super(
                "The work directory " + directory + " cannot be written to"
                        + (cause instanceof AccessDeniedException ? "" : ": " + cause.getMessage()) + ".",
                "Choose another work directory in the setup, or change who may write to this one.",
                cause);
    }
}
