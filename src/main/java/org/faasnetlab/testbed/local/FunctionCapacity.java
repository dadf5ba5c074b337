package org.faasnetlab.testbed.local;

import java.lang.management.ManagementFactory;

/** How many function processes a computer holds in its memory. */
final class FunctionCapacity {
    /** What AWS allows an account at first; more processes than that measure the scheduler of this computer. */
    private static final int MOST = 1000;

    /** A function process, its iperf3 client and server, and their share of the relay: measured as 40 to 50 MiB. */
    private static final long BYTES_EACH = 64L << 20;

    private static final double SHARE_OF_MEMORY = 0.75;

    private FunctionCapacity() {}

    static int ofThisComputer() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? of(system.getTotalMemorySize())
                : MOST;
    }

    /** 1 to 1,000 functions. */
    static int of(long memoryBytes) {
        return (int) Math.max(1, Math.min(MOST, (long) (memoryBytes * SHARE_OF_MEMORY) / BYTES_EACH));
    }
}
