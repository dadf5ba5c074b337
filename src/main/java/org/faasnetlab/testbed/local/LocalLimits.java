package org.faasnetlab.testbed.local;

import java.time.Duration;
import org.faasnetlab.testbed.TestbedLimits;

/** What functions that are processes of this computer can do: how many at once, and how soon they are ready. */
final class LocalLimits {
    /** From an invocation to ready of one function, with the window drawing beside it. */
    private static final Duration COLD_START = Duration.ofMillis(500);

    /**
     * Processor time that a further function takes until it is ready: measured on two cores, where 100 functions that
     * start at once need 105 ms each. Too long a time only waits; too short a one lets functions begin apart.
     */
    private static final Duration PROCESSOR_TIME_EACH = Duration.ofMillis(220);

    /** Starting processes does not get faster without end with more cores. */
    private static final Duration LEAST_EACH = Duration.ofMillis(25);

    private LocalLimits() {}

    /**
     * Limits of a computer that starts functions on all its processors.
     *
     * @param maxFunctions functions that the user lets run at once
     * @param processors processors that this program may use, at least 1
     */
    static TestbedLimits of(int maxFunctions, int processors) {
        Duration each = PROCESSOR_TIME_EACH.dividedBy(processors);
        return new TestbedLimits(maxFunctions, COLD_START, each.compareTo(LEAST_EACH) < 0 ? LEAST_EACH : each);
    }
}
