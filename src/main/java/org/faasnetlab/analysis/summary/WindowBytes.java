package org.faasnetlab.analysis.summary;

/**
 * Bytes of a function's intervals. Those of an upload are the sender's and hold more than the receiver counted: at its
 * start the sender fills its own buffers, and what they hold at the end was not delivered. That excess is left out of the
 * earliest intervals.
 *
 * @param measured of all intervals
 * @param before a window
 * @param inside the window
 */
public record WindowBytes(double measured, double before, double inside) {

    /**
     * What of the bytes inside was delivered.
     *
     * @param receiverBytes what the receiver counted over the whole transfer
     */
    public double delivered(long receiverBytes) {
        double excess = measured - receiverBytes;
        return Math.max(0, inside - Math.max(0, excess - before));
    }
}
