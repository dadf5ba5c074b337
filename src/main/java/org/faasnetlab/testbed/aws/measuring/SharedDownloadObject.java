package org.faasnetlab.testbed.aws.measuring;

import java.time.Duration;
import java.util.OptionalLong;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.s3.S3Bucket;
import org.faasnetlab.invoke.s3.S3Upload;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.protocol.task.S3PutTask;
import org.jspecify.annotations.Nullable;

/**
 * The object that all functions of a trial download. A function creates it from random bytes, so that it does not pass
 * through the user's internet connection. There is one at a time: it is kept for the next trial with the same size and
 * deleted when another size is needed. The last one is deleted with the bucket, whose objects expire.
 */
final class SharedDownloadObject {
    /**
     * Memory size of the function that creates the object. Measurements use other sizes and so other sandboxes, so that
     * none has consumed its burst here.
     */
    static final int MEMORY_MB = 1790;

    private static final String KEY = "measured/random-";
    private static final int CONNECTIONS = 8;
    private static final long PART_BYTES = 16L << 20;
    private static final long MAX_PARTS = 2_000;
    private static final int INTERVAL_MS = 1_000;

    /** A function runs for at most 15 minutes; at 600 Mbit/s, 60 GB take as long. */
    private static final Duration TIMEOUT = Duration.ofMinutes(14);

    private final S3Bucket bucket;
    private final S3UrlSigner urls;
    private final Creator creator;
    private @Nullable String currentKey;

    /** Runs a task on a function with {@link #MEMORY_MB}. */
    interface Creator {
        /**
         * Runs a task that creates the object, and waits until it has finished.
         *
         * @param what beginning of the error message, for example {@code Making the object}
         * @param timeout deadline of the function, from now
         * @throws LabException if the function was refused, failed or did not respond
         */
        void create(Task task, String what, Duration timeout) throws LabException, InterruptedException;
    }

    SharedDownloadObject(S3Bucket bucket, S3UrlSigner urls, Creator creator) {
        this.bucket = bucket;
        this.urls = urls;
        this.creator = creator;
    }

    /**
     * Creates the object unless it exists.
     *
     * @return its key
     */
    synchronized String ensure(DataSize size) throws LabException, InterruptedException {
        String key = KEY + size.bytes();
        if (currentKey != null && !currentKey.equals(key)) {
            bucket.delete(currentKey);
            currentKey = null;
        }
        OptionalLong existing = bucket.size(key);
        if (existing.isEmpty() || existing.getAsLong() != size.bytes()) {
            create(key, size);
        }
        currentKey = key;
        return key;
    }

    private void create(String key, DataSize size) throws LabException, InterruptedException {
        String what = "Creating an object of " + size.bytes() + " bytes in the bucket";
        DataSize part = new DataSize(Math.max(PART_BYTES, (size.bytes() + MAX_PARTS - 1) / MAX_PARTS));
        S3Upload upload = S3Upload.open(bucket, urls, key, size, CONNECTIONS, part);
        Task task = new S3PutTask(
                upload.urls(), size.bytes(), CONNECTIONS, upload.partSize().bytes(), INTERVAL_MS);
        try {
            creator.create(task, what, TIMEOUT);
        } catch (LabException | InterruptedException e) {
            remove(upload, e);
            throw e;
        }
        if (!upload.complete()) {
            throw failed(what, "S3 did not receive all of its bytes.");
        }
    }

    static LabException failed(String what, String why) {
        return new LabException(
                LabException.Kind.FAILED,
                Phrase.of("{0} failed: {1}", what, why),
                Phrase.of("Try again in a minute. See the function log for details."));
    }

    /** The interrupt status is cleared by now, so these requests are not aborted. */
    private static void remove(S3Upload upload, Exception why) {
        try {
            upload.finish();
        } catch (LabException | InterruptedException e) {
            why.addSuppressed(e);
        }
    }
}
