package org.faasnetlab.testbed.local.shaping;

import org.faasnetlab.measure.Bandwidth;

/** Chunk size of a relay: small enough for smooth intervals, large enough for low overhead. */
final class ChunkSize {
    private static final int SMALLEST_USUAL = 16 << 10;
    private static final int LARGEST = 256 << 10;
    /** The payload of one Ethernet frame; smaller chunks have no benefit. */
    private static final int SMALLEST = 1448;

    private ChunkSize() {}

    /**
     * Returns the bytes of 2 ms at this rate, limited to 16 to 256 KiB, but at most the bytes of 20 ms, which matters
     * only for slow links.
     */
    static int of(Bandwidth rate) {
        double usual = Math.max(SMALLEST_USUAL, Math.min(LARGEST, rate.bytesPerSecond() * 0.002));
        return (int) Math.max(SMALLEST, Math.min(usual, rate.bytesPerSecond() * 0.020));
    }
}
