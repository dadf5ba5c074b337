package org.faasnetlab.testbed.local.shaping;

import org.faasnetlab.measure.Bandwidth;

/** How much a relay passes at once: small enough for smooth intervals, large enough for little work. */
final class ChunkSize {
    private static final int SMALLEST_USUAL = 16 << 10;
    private static final int LARGEST = 256 << 10;
    /** Below one Ethernet frame's payload there is nothing to gain. */
    private static final int SMALLEST = 1448;

    private ChunkSize() {}

    /** 2 ms of the rate within 16 to 256 KiB, but never more than 20 ms of it, which only slow links reach. */
    static int of(Bandwidth rate) {
        double usual = Math.max(SMALLEST_USUAL, Math.min(LARGEST, rate.bytesPerSecond() * 0.002));
        return (int) Math.max(SMALLEST, Math.min(usual, rate.bytesPerSecond() * 0.020));
    }
}
