package org.faasnetlab.ui.aws.setup;

import java.io.IOException;
import java.nio.file.Path;
import org.faasnetlab.LabException;

/** A plan could not be written to where the user wanted it. */
final class CreationFilesNotSavedException extends LabException {
    private static final long serialVersionUID = 1L;

    CreationFilesNotSavedException(Path folder, IOException cause) {
        super(Kind.FAILED, "Cannot write the files to " + folder + ".", "Choose a writable folder.", cause);
    }
}
