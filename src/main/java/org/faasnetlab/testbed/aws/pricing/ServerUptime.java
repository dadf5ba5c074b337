package org.faasnetlab.testbed.aws.pricing;

import java.time.Duration;

/**
 * How long a server has been running.
 *
 * @param type its instance type
 * @param publicAddress whether it has a public address, which is billed separately
 * @param time from launch to termination, or until now
 * @param running whether it is starting or running now
 */
public record ServerUptime(String type, boolean publicAddress, Duration time, boolean running) {}
