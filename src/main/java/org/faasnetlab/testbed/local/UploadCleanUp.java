package org.faasnetlab.testbed.local;

import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.s3.S3Upload;
import org.jspecify.annotations.Nullable;

/** Completes and deletes all uploads of a trial, even if one of them fails. */
record UploadCleanUp(List<S3Upload> uploads) implements LocalTrial.CleanUp {

    /** An interrupt is deferred until all uploads are deleted. */
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
