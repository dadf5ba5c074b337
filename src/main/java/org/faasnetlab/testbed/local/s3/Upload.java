package org.faasnetlab.testbed.local.s3;

import java.net.URI;
import java.util.List;
import org.faasnetlab.invoke.S3AccessException;
import org.faasnetlab.invoke.S3Bucket;
import org.faasnetlab.measure.DataSize;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place for one function's upload. */
public final class Upload {
    private static final Logger log = LoggerFactory.getLogger(Upload.class);

    private final S3Bucket bucket;
    private final String key;
    private final DataSize size;
    private final @Nullable String multipartId;
    private final DataSize partSize;
    private final List<URI> urls;

    /** @param multipartId null where the object is sent as one */
    Upload(
            S3Bucket bucket,
            String key,
            DataSize size,
            @Nullable String multipartId,
            DataSize partSize,
            List<URI> urls) {
        this.bucket = bucket;
        this.key = key;
        this.size = size;
        this.multipartId = multipartId;
        this.partSize = partSize;
        this.urls = List.copyOf(urls);
    }

    /** Size of a part; of the whole object where it is sent as one. */
    public DataSize partSize() {
        return partSize;
    }

    /** Where the function sends its parts, in order. */
    public List<URI> urls() {
        return urls;
    }

    /**
     * Completes the object, if all of it has come, and removes it.
     *
     * @return whether all of it had come
     */
    public boolean finish() throws S3AccessException, InterruptedException {
        boolean whole;
        if (multipartId == null) {
            whole = bucket.size(key).orElse(-1) == size.bytes();
        } else {
            whole = bucket.completeUpload(key, multipartId, size);
            if (!whole) {
                bucket.abortUpload(key, multipartId);
            }
        }
        bucket.delete(key);
        if (!whole) {
            log.info("The upload {} did not come whole", key);
        }
        return whole;
    }
}
