package org.faasnetlab.invoke.s3;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.DataSize;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The upload of one function: a single PUT or a multipart upload. */
public final class S3Upload {
    private static final Logger log = LoggerFactory.getLogger(S3Upload.class);
    /** The maximum size of one PUT to S3. */
    private static final DataSize MAX_PUT = new DataSize(5L << 30);

    private final S3Bucket bucket;
    private final String key;
    private final DataSize size;
    private final @Nullable String multipartId;
    private final DataSize partSize;
    private final List<URI> urls;

    /** @param multipartId null for a single PUT */
    private S3Upload(
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

    /**
     * Opens an upload: a multipart upload if the function uses several connections or the object exceeds the maximum
     * size of one PUT, otherwise a single PUT.
     *
     * @param urls signs URLs of the same bucket
     */
    public static S3Upload open(
            S3Bucket bucket, S3UrlSigner urls, String key, DataSize size, int connections, DataSize partSize)
            throws S3AccessException, InterruptedException {
        boolean inParts = size.compareTo(MAX_PUT) > 0 || (connections > 1 && size.compareTo(partSize) > 0);
        if (!inParts) {
            return new S3Upload(bucket, key, size, null, size, List.of(urls.put(key)));
        }
        String id = bucket.createUpload(key);
        return new S3Upload(bucket, key, size, id, partSize, partUrls(urls, key, id, size, partSize));
    }

    private static List<URI> partUrls(S3UrlSigner urls, String key, String id, DataSize size, DataSize partSize)
            throws S3AccessException {
        List<URI> parts = new ArrayList<>();
        for (long sent = 0; sent < size.bytes(); sent += partSize.bytes()) {
            parts.add(urls.uploadPart(key, id, parts.size() + 1));
        }
        return parts;
    }

    /** Size of a part; the size of the object for a single PUT. */
    public DataSize partSize() {
        return partSize;
    }

    /** The presigned URLs of the parts, in order. */
    public List<URI> urls() {
        return urls;
    }

    /**
     * Completes the object if it was received completely; otherwise aborts the upload.
     *
     * @return whether it was received completely
     */
    public boolean complete() throws S3AccessException, InterruptedException {
        if (multipartId == null) {
            return bucket.size(key).orElse(-1) == size.bytes();
        }
        boolean whole = bucket.completeUpload(key, multipartId, size);
        if (!whole) {
            bucket.abortUpload(key, multipartId);
        }
        return whole;
    }

    /**
     * Completes the object if it was received completely, and deletes it.
     *
     * @return whether it was received completely
     */
    public boolean finish() throws S3AccessException, InterruptedException {
        boolean whole = complete();
        bucket.delete(key);
        if (!whole) {
            log.info("The upload {} is incomplete", key);
        }
        return whole;
    }
}
