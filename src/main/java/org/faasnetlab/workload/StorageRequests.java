package org.faasnetlab.workload;

/**
 * Numbers of requests to object storage, in the two classes that have different prices.
 *
 * @param reads requests that read an object or a range of it
 * @param writes requests that write an object or a part, or that start or complete a multipart upload
 */
public record StorageRequests(long reads, long writes) {
    /** No requests, for a workload without object storage. */
    public static final StorageRequests NONE = new StorageRequests(0, 0);
}
