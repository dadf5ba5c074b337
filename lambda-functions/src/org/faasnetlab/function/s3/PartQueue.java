package org.faasnetlab.function.s3;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Assigns the parts of one object to connections, in order and each part once. Thread-safe. */
final class PartQueue {
    private final long bytes;
    private final long partBytes;
    private final AtomicLong next = new AtomicLong();

    PartQueue(long bytes, long partBytes) {
        this.bytes = bytes;
        this.partBytes = partBytes;
    }

    long count() {
        return bytes / partBytes + (bytes % partBytes == 0 ? 0 : 1);
    }

    /** The next part, or null if none is left. */
    @Nullable
    Part next() {
        long index = next.getAndIncrement();
        if (index >= count()) {
            return null;
        }
        long offset = index * partBytes;
        return new Part(index, offset, Math.min(partBytes, bytes - offset));
    }

    /**
     * A byte range of the object that one request transfers.
     *
     * @param index from 0, in the order of the object
     * @param offset first byte, from 0
     * @param length number of bytes, at least 1
     */
    record Part(long index, long offset, long length) {}
}
