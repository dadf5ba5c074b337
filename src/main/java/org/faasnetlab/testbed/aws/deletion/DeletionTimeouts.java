package org.faasnetlab.testbed.aws.deletion;

import java.time.Duration;

/**
 * How long each step is given before the teardown goes on without it. What is late is tried again when the stack could not
 * be deleted, and else listed as left.
 *
 * @param functions for functions to leave the VPC
 * @param interfaces for Lambda to give up network interfaces: a function that still runs keeps them up to its time limit
 *     of 15 minutes
 * @param stack for CloudFormation to delete the stack, once
 * @param remains for what has been deleted to disappear from AWS's lists
 * @param deletions how often the stack is deleted before the teardown gives up
 */
public record DeletionTimeouts(
        Duration functions, Duration interfaces, Duration stack, Duration remains, int deletions) {

    public static final DeletionTimeouts DEFAULT = new DeletionTimeouts(
            Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(60), Duration.ofMinutes(5), 4);
}
