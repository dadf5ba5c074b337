package org.faasnetlab.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.store.AtomicFileWriter;
import org.faasnetlab.store.ExportException;
import org.faasnetlab.store.StoredInterval;

/** Carries a failure to read what is written through the writing of a file. */
final class SourceReadException extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient LabException failure;

    SourceReadException(LabException failure) {
        super(failure);
        this.failure = failure;
    }

    /** Reads the intervals of a trial; may fail as it reads them. */
    interface Reading {
        List<StoredInterval> of(int trial) throws LabException;
    }

    static JsonExport.TrialIntervals reading(Reading source) {
        return trial -> {
            try {
                return source.of(trial);
            } catch (LabException failed) {
                throw new SourceReadException(failed);
            }
        };
    }

    /** Writes files; a failure of their source is thrown as what it was. */
    static void write(Map<Path, AtomicFileWriter.Content> files) throws LabException {
        try {
            AtomicFileWriter.write(files);
        } catch (ExportException failed) {
            if (failed.getCause() instanceof SourceReadException source) {
                throw source.failure;
            }
            throw failed;
        }
    }
}
