package org.faasnetlab.testbed;

import java.time.Duration;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.ResponseMode;
import org.jspecify.annotations.Nullable;

/**
 * How many functions a testbed runs concurrently, and how long they take to start.
 *
 * @param maxFunctions maximum number of concurrent functions
 * @param coldStart time that one function needs from the invocation to ready when its sandbox is new
 * @param coldStartPerFunction additional time for each further function that starts at the same time
 * @param responseMode whether records arrive while functions run or after each trial
 * @param remedy what allows more functions, a sentence; null if it is a setting of the testbed
 */
public record TestbedLimits(
        int maxFunctions,
        Duration coldStart,
        Duration coldStartPerFunction,
        ResponseMode responseMode,
        @Nullable Phrase remedy) {

    public TestbedLimits(
            int maxFunctions, Duration coldStart, Duration coldStartPerFunction, ResponseMode responseMode) {
        this(maxFunctions, coldStart, coldStartPerFunction, responseMode, null);
    }

    /** Limits of a testbed with streamed responses. */
    public TestbedLimits(int maxFunctions, Duration coldStart, Duration coldStartPerFunction) {
        this(maxFunctions, coldStart, coldStartPerFunction, ResponseMode.STREAMED);
    }
}
