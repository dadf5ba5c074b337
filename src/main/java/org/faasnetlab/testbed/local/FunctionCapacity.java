package org.faasnetlab.testbed.local;

import java.lang.management.ManagementFactory;

/** Estimates how many function processes fit into the memory of a computer. */
final class FunctionCapacity {
    /**
     * The default concurrency limit of an AWS account; with more processes, the scheduler of this computer dominates
     * the measurement.
     */
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
