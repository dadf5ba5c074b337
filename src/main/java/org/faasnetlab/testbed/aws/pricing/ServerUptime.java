package org.faasnetlab.testbed.aws.pricing;

import java.time.Duration;

/**
 * How long a server has run.
 *
 * @param type its instance type
 * @param publicAddress whether it has a public address, which costs, too
 * @param time from its launch until it ended, or until now
 */
public record ServerUptime(String type, boolean publicAddress, Duration time) {}
