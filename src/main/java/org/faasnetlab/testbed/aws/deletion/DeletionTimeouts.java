package org.faasnetlab.testbed.aws.deletion;

import java.time.Duration;

/**
 * Time limit of each step, after which the deletion continues without it. A resource that is late is tried again if the
 * stack could not be deleted, and is listed as a leftover otherwise.
 *
 * @param functions for functions to be detached from the VPC
 * @param interfaces for Lambda to release network interfaces: a running function keeps them up to its time limit of 15
 *     minutes
 * @param stack for CloudFormation to delete the stack once
 * @param leftovers for deleted resources to disappear from AWS's lists
 * @param maxDeletions maximum number of attempts to delete the stack
 */
public record DeletionTimeouts(
        Duration functions, Duration interfaces, Duration stack, Duration leftovers, int maxDeletions) {

    public static final DeletionTimeouts DEFAULT = new DeletionTimeouts(
            Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofMinutes(60), Duration.ofMinutes(5), 4);
}
