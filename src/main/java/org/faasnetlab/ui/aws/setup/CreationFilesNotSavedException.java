package org.faasnetlab.ui.aws.setup;

import java.io.IOException;
import java.nio.file.Path;
import org.faasnetlab.LabException;

/** A plan could not be written to where the user wanted it. */
final class CreationFilesNotSavedException extends LabException {
    private static final long serialVersionUID = 1L;

    CreationFilesNotSavedException(Path folder, IOException cause) {
        super(
                Kind.FAILED,
                "The files could not be written to " + folder + ".",
                "Choose a folder that you may write to.",
                cause);
    }
}
