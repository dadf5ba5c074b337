package org.faasnetlab.app;

import java.io.IOException;
import java.nio.file.Path;
import org.faasnetlab.LabException;

/** A folder that the program needs cannot be made or written. */
public final class DirectoryException extends LabException {
    private static final long serialVersionUID = 1L;

    public DirectoryException(Path folder, IOException cause) {
        super(
                Kind.FAILED,
                "The folder " + folder + " cannot be made or written.",
                "Name another with --data, or with the environment variable " + AppDirectories.OVERRIDE + ".",
                cause);
    }
}
