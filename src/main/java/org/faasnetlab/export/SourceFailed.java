package org.faasnetlab.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.store.FunctionInterval;

/** Carries a failure to read what is written through the writing of a file. */
final class SourceFailed extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient LabException failure;

    SourceFailed(LabException failure) {
        super(failure);
        this.failure = failure;
    }

    /** Reads the intervals of a trial; may fail as it reads them. */
    interface Reading {
        List<FunctionInterval> of(int trial) throws LabException;
    }

    static JsonExport.TrialIntervals reading(Reading source) {
        return trial -> {
            try {
                return source.of(trial);
            } catch (LabException failed) {
                throw new SourceFailed(failed);
            }
        };
    }

    /** Writes files; a failure of their source is thrown as what it was. */
    static void write(Map<Path, FileWriting.Content> files) throws LabException {
        try {
            FileWriting.write(files);
        } catch (ExportException failed) {
            if (failed.getCause() instanceof SourceFailed source) {
                throw source.failure;
            }
            throw failed;
        }
    }
}
