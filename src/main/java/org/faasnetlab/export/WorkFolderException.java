package org.faasnetlab.export;

import java.io.IOException;
import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;

/**
 * A temporary file of an export or import cannot be written, most often because the disk is full. Distinct from a failure
 * to read the file that is imported, which needs another remedy.
 */
public final class WorkFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String folder;

    WorkFolderException(Path folder, IOException cause) {
        super(cause.getMessage(), cause);
        this.folder = folder.toString();
    }

    /** What an import reports: it has not begun to change the store. */
    public LabException ofImport() {
        return new LabException(
                LabException.Kind.FAILED,
                Phrase.of("Cannot write the temporary files of the import in {0}: {1}.", folder, getMessage()),
                Phrase.of("Nothing was imported. Free some space on that disk and try again."),
                this);
    }
}
