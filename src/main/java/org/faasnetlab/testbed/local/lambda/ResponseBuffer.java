package org.faasnetlab.testbed.local.lambda;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a function has answered and its caller has not read yet. One thread writes, one reads, any may end it; the
 * first end counts and nothing comes after it.
 */
final class ResponseBuffer {
    /** A function that answers faster than its caller reads is made to wait. */
    private static final long MAX_HELD_BYTES = 4L << 20;

    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private long heldBytes;
    private boolean ended;
    private boolean callerLeft;
    private @Nullable InvocationError error;

    /** Passes bytes on; they are dropped once the caller has left or the answer has ended. */
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

    /** Ends the answer, in order if the error is null. */
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

    /** Why the answer ended, or null if it ended in order; to be asked after {@link #next()} has said null. */
    synchronized @Nullable InvocationError error() {
        return error;
    }

    /** Nobody reads any more; the function goes on, as it does on AWS. */
    synchronized void callerLeft() {
        callerLeft = true;
        chunks.clear();
        heldBytes = 0;
        notifyAll();
    }
}
