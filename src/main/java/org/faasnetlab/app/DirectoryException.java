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
                "Cannot create or write to folder " + folder + ".",
                "Specify another folder with --data or the environment variable " + AppDirectories.OVERRIDE + ".",
                cause);
    }
}
