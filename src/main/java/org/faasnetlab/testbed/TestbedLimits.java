package org.faasnetlab.testbed;

import java.time.Duration;

/**
 * @param maxFunctions functions that can run at once
 * @param coldStart time that one function needs from the invocation to ready when its sandbox is new
 * @param coldStartEach what each further function that starts at the same time adds to that
 */
public record TestbedLimits(int maxFunctions, Duration coldStart, Duration coldStartEach) {}
