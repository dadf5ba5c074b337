package org.faasnetlab.testbed.local;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.s3.S3Upload;
import org.jspecify.annotations.Nullable;

/** Completes and removes the uploads of a trial: all of them, also when one cannot be. */
record UploadCleanUp(List<S3Upload> uploads) implements LocalTrial.CleanUp {

    /** An interrupt does not keep the uploads: it is put off until they are gone. */
    @Override
    public void run() throws LabException {
        boolean interrupted = Thread.interrupted();
        LabException first = null;
        try {
            for (S3Upload upload : uploads) {
                try {
                    upload.finish();
                } catch (InterruptedException putOff) {
                    interrupted = true;
                } catch (LabException failed) {
                    first = join(first, failed);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static LabException join(@Nullable LabException first, LabException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }
}
