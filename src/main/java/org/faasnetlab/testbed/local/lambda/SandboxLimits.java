package org.faasnetlab.testbed.local.lambda;

import java.time.Duration;
import org.faasnetlab.testbed.local.LocalTestbedSettings;

/**
 * @param maxRunning invocations at once; one more is refused
 * @param functionTimeout from the moment the process takes an invocation to its end
 * @param startTimeout for a process to ask for its first event; long, because hundreds may start at once
 * @param idleTimeout a sandbox that was idle for so long is ended
 * @param maxIdle idle sandboxes that are kept; each takes about 20 MB of memory
 */
record SandboxLimits(
        int maxRunning, Duration functionTimeout, Duration startTimeout, Duration idleTimeout, int maxIdle) {

    static SandboxLimits of(LocalTestbedSettings settings) {
        return new SandboxLimits(
                settings.maxFunctions(),
                settings.functionTimeout(),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                400);
    }
}
