package org.faasnetlab.testbed.local;

import java.time.Duration;
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
    private static final Duration LEAST_EACH = Duration.ofMillis(25);

    private LocalLimits() {}

    /**
     * Returns the limits of a computer that starts functions on all its processors.
     *
     * @param maxFunctions maximum number of concurrent functions configured by the user
     * @param processors processors that this program may use, at least 1
     */
    static TestbedLimits of(int maxFunctions, int processors) {
        Duration each = PROCESSOR_TIME_EACH.dividedBy(processors);
        return new TestbedLimits(maxFunctions, COLD_START, each.compareTo(LEAST_EACH) < 0 ? LEAST_EACH : each);
    }
}
