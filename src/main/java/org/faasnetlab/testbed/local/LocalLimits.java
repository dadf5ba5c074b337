package org.faasnetlab.testbed.local;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalLong;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.testbed.TestbedLimits;

/**
 * Limits of functions that are processes of this computer: how many can run concurrently, and how soon they are ready.
 */
final class LocalLimits {
    /** Time from the invocation to ready of one function, while the user interface is active. */
    private static final Duration COLD_START = Duration.ofMillis(500);

    /**
     * Processor time of each further function until it is ready: measured on two cores, where 100 functions that start
     * concurrently need 105 ms each. A too long value only adds waiting time; a too short one makes functions start at
     * different times.
     */
    private static final Duration PROCESSOR_TIME_EACH = Duration.ofMillis(220);

    /** Minimum time: process start does not scale with an unlimited number of cores. */
    private static final Duration MIN_EACH = Duration.ofMillis(25);

    /**
     * The default concurrency limit of an AWS account; with more processes, the scheduler of this computer dominates
     * the measurement.
     */
    private static final int MAX_FUNCTIONS = 1000;

    /** A function process, its iperf3 client and server, and their share of the relay: measured as 40 to 50 MiB. */
    private static final long BYTES_EACH = 64L << 20;

    private static final double SHARE_OF_MEMORY = 0.75;

    /** Measured with a simulated link: 136 files with one function, 402 with 20, 962 with 60. */
    private static final int OPEN_FILES_EACH = 15;

    /** Libraries, run database, log, and a margin. */
    private static final int OPEN_FILES_OF_PROGRAM = 150;

    private LocalLimits() {}

    /** The number of functions that fit into the memory of this computer. */
    static int functionsThatFit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? functionsThatFit(system.getTotalMemorySize())
                : MAX_FUNCTIONS;
    }

    /** 1 to 1,000 functions. */
    static int functionsThatFit(long memoryBytes) {
        return (int) Math.max(1, Math.min(MAX_FUNCTIONS, (long) (memoryBytes * SHARE_OF_MEMORY) / BYTES_EACH));
    }

    /** The number of files that this process may have open at the same time, where the system has such a limit. */
    static OptionalLong maxOpenFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? OptionalLong.of(system.getMaxFileDescriptorCount())
                : OptionalLong.empty();
    }

    /**
     * Returns the limits of a computer that starts functions on all its processors.
     *
     * @param maxFunctions maximum number of concurrent functions configured by the user
     * @param processors processors that this program may use, at least 1
     * @param openFiles see {@link #maxOpenFiles()}
     */
    static TestbedLimits of(int maxFunctions, int processors, OptionalLong openFiles) {
        Duration each = PROCESSOR_TIME_EACH.dividedBy(processors);
        Duration eachAtLeast = each.compareTo(MIN_EACH) < 0 ? MIN_EACH : each;
        long withFiles = Math.max(1, (openFiles.orElse(Long.MAX_VALUE) - OPEN_FILES_OF_PROGRAM) / OPEN_FILES_EACH);
        return withFiles >= maxFunctions
                ? new TestbedLimits(maxFunctions, COLD_START, eachAtLeast)
                : new TestbedLimits(
                        (int) withFiles,
                        COLD_START,
                        eachAtLeast,
                        ResponseMode.STREAMED,
                        Phrase.of(
                                "This program may have {0} files open; for more functions, raise the limit (ulimit -n).",
                                openFiles.getAsLong()));
    }
}
