package org.faasnetlab.testbed;

import java.time.Duration;
import org.faasnetlab.invoke.ResponseMode;

/**
 * @param maxFunctions functions that can run at once
 * @param coldStart time that one function needs from the invocation to ready when its sandbox is new
 * @param coldStartEach what each further function that starts at the same time adds to that
 * @param answers whether functions are heard while they run, or charts come after each trial
 */
public record TestbedLimits(int maxFunctions, Duration coldStart, Duration coldStartEach, ResponseMode answers) {

    /** Limits of a testbed whose functions are heard while they run. */
    public TestbedLimits(int maxFunctions, Duration coldStart, Duration coldStartEach) {
        this(maxFunctions, coldStart, coldStartEach, ResponseMode.STREAMED);
    }
}
