package org.faasnetlab.testbed.aws.measuring;

import java.time.Duration;
import java.util.OptionalLong;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.s3.S3Bucket;
import org.faasnetlab.invoke.s3.S3Upload;
import org.faasnetlab.invoke.s3.S3UrlSigner;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.protocol.Task;
import org.jspecify.annotations.Nullable;

/**
 * The object that all functions of a trial fetch. A function makes it, of random bytes, so that nothing of it goes over
 * the user's line. There is one at a time: it stays for the next trial with that size and goes with one of another. The
 * last one goes with the bucket, whose objects last a day at most.
 */
final class SharedDownloadObject {
    /** Functions that measure have other sizes and so other sandboxes: none has spent its burst here. */
    static final int MEMORY_MB = 1790;

    private static final String KEY = "measured/random-";
    private static final int CONNECTIONS = 8;
    private static final long PART_BYTES = 16L << 20;
    private static final long MOST_PARTS = 2_000;
    private static final int INTERVAL_MS = 1_000;

    /** A function lives 15 minutes. At 600 Mbit/s, 60 GB take as long. */
    private static final Duration AT_MOST = Duration.ofMinutes(14);

    private final S3Bucket bucket;
    private final S3UrlSigner urls;
    private final Maker maker;
    private @Nullable String last;

    /** Has a function of {@link #MEMORY_MB} do a task. */
    interface Maker {
        /**
         * @param what the beginning of the sentence if it fails, for example {@code Making the object}
         * @param atMost when the function gives up
         * @throws LabException if the function was refused, failed or did not answer
         */
        void perform(Task task, String what, Duration atMost) throws LabException, InterruptedException;
    }

    SharedDownloadObject(S3Bucket bucket, S3UrlSigner urls, Maker maker) {
        this.bucket = bucket;
        this.urls = urls;
        this.maker = maker;
    }

    /**
     * Makes the object, unless it is there.
     *
     * @return its key
     */
    synchronized String require(DataSize size) throws LabException, InterruptedException {
        String key = KEY + size.bytes();
        if (last != null && !last.equals(key)) {
            bucket.delete(last);
            last = null;
        }
        OptionalLong there = bucket.size(key);
        if (there.isEmpty() || there.getAsLong() != size.bytes()) {
            make(key, size);
        }
        last = key;
        return key;
    }

    private void make(String key, DataSize size) throws LabException, InterruptedException {
        String what = "Creating an object of " + size.bytes() + " bytes in the bucket";
        DataSize part = new DataSize(Math.max(PART_BYTES, (size.bytes() + MOST_PARTS - 1) / MOST_PARTS));
        S3Upload upload = S3Upload.open(bucket, urls, key, size, CONNECTIONS, part);
        Task task = new Task.S3Put(
                upload.urls(), size.bytes(), CONNECTIONS, upload.partSize().bytes(), INTERVAL_MS);
        try {
            maker.perform(task, what, AT_MOST);
        } catch (LabException | InterruptedException failed) {
            remove(upload, failed);
            throw failed;
        }
        if (!upload.complete()) {
            throw MeasurementException.functionFailed(what, "S3 did not receive all of its bytes.");
        }
    }

    /** The mark of an interrupt is gone by now, so these requests are made. */
    private static void remove(S3Upload upload, Exception why) {
        try {
            upload.finish();
        } catch (LabException | InterruptedException alsoFailed) {
            why.addSuppressed(alsoFailed);
        }
    }
}
