package org.faasnetlab.workload;

/**
 * Requests to object storage, in the two classes that are priced apart.
 *
 * @param reads that fetch an object or a range of one
 * @param writes that send an object or a part, and that begin or complete an upload in parts
 */
public record StorageRequests(long reads, long writes) {
    /** What a workload without object storage makes. */
    public static final StorageRequests NONE = new StorageRequests(0, 0);
}
