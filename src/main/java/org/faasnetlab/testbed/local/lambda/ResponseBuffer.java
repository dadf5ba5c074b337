package org.faasnetlab.testbed.local.lambda;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Buffers the part of a function's answer that its caller has not read yet. One thread writes, one reads, any may end
 * it; only the first end counts, and later writes are ignored.
 */
final class ResponseBuffer {
    /** Blocks a function that answers faster than its caller reads. */
    private static final long MAX_HELD_BYTES = 4L << 20;

    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private long heldBytes;
    private boolean ended;
    private boolean callerLeft;
    private @Nullable InvocationError error;

    /** Adds bytes; they are dropped if the caller has disconnected or the answer has ended. */
    synchronized void write(byte[] chunk) throws InterruptedException {
        while (heldBytes > MAX_HELD_BYTES && !ended && !callerLeft) {
            wait();
        }
        if (!ended && !callerLeft) {
            chunks.add(chunk);
            heldBytes += chunk.length;
            notifyAll();
        }
    }

    /** Ends the answer, successfully if the error is null. */
    synchronized void end(@Nullable InvocationError cause) {
        if (!ended) {
            ended = true;
            error = cause;
            notifyAll();
        }
    }

    /** Waits for the next bytes; null when the answer has ended and all were read. */
    synchronized byte @Nullable [] next() throws InterruptedException {
        while (chunks.isEmpty() && !ended) {
            wait();
        }
        byte[] chunk = chunks.poll();
        if (chunk != null) {
            heldBytes -= chunk.length;
            notifyAll();
        }
        return chunk;
    }

    /**
     * The error with which the answer ended, or null if it was successful; call only after {@link #next()} returned
     * null.
     */
    synchronized @Nullable InvocationError error() {
        return error;
    }

    /** The caller has disconnected; the function continues, as on AWS. */
    synchronized void callerLeft() {
        callerLeft = true;
        chunks.clear();
        heldBytes = 0;
        notifyAll();
    }
}
