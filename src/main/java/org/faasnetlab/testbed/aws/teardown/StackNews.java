package org.faasnetlab.testbed.aws.teardown;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What CloudFormation says of one resource of the stack.
 *
 * @param resource its name in the template; the stack's name for the stack itself
 * @param type for example {@code AWS::EC2::Subnet}
 * @param state for example {@code DELETE_IN_PROGRESS}
 * @param reason why, most of all for a failure
 * @param at CloudFormation's time
 */
public record StackNews(
        String resource,
        String type,
        String state,
        @Nullable String reason,
        Instant at) {}
