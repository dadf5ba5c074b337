package org.faasnetlab.analysis.summary;

/**
 * Bytes of a function's intervals. Those of an upload are counted by the sender and exceed what the receiver counted:
 * at its start the sender fills its buffers, and their content at the end was not delivered. That excess is subtracted
 * from the earliest intervals.
 *
 * @param measured of all intervals
 * @param before the window
 * @param inside the window
 */
public record WindowBytes(double measured, double before, double inside) {

    /**
     * The delivered part of the bytes inside.
     *
     * @param receiverBytes bytes counted by the receiver over the whole transfer
     */
    public double delivered(long receiverBytes) {
        double excess = measured - receiverBytes;
        return Math.max(0, inside - Math.max(0, excess - before));
    }
}
