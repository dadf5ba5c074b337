package org.faasnetlab.testbed.local.lambda;

import java.time.Duration;
import org.faasnetlab.testbed.local.LocalTestbedSettings;

/**
 * @param maxRunning maximum number of concurrent invocations; further ones are rejected
 * @param functionTimeout maximum time from the start of an invocation in the process to its end
 * @param startTimeout maximum time until a process requests its first event; long, because hundreds may start
 *     concurrently
 * @param idleTimeout idle time after which a sandbox is terminated
 * @param maxIdle maximum number of idle sandboxes; each uses about 20 MB of memory
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
