package org.faasnetlab.testbed.aws.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * News of one resource of a testbed's stack.
 *
 * @param name its name in the template, for example {@code Server1Instance}
 * @param type its type, for example {@code AWS::EC2::Instance}
 * @param state how far it is
 * @param status CloudFormation's word, for example {@code CREATE_IN_PROGRESS}
 * @param reason CloudFormation's explanation, often empty
 * @param at when
 */
public record ResourceProgress(String name, String type, State state, String status, String reason, Instant at) {

    /** What a status means. */
    public enum State {
        UNDER_WAY,
        READY,
        FAILED,
        REMOVED
    }

    public static ResourceProgress of(StackEvent event) {
        return of(
                event.logicalResourceId(),
                event.resourceType(),
                event.resourceStatusAsString(),
                event.resourceStatusReason(),
                event.timestamp());
    }

    /** News with CloudFormation's own words. */
    public static ResourceProgress of(String name, String type, String status, @Nullable String reason, Instant at) {
        return new ResourceProgress(name, type, state(status), status, reason == null ? "" : reason, at);
    }

    private static State state(String status) {
        if (status.endsWith("_FAILED")) {
            return State.FAILED;
        }
        if (status.endsWith("_IN_PROGRESS")) {
            return State.UNDER_WAY;
        }
        return status.equals("DELETE_COMPLETE") ? State.REMOVED : State.READY;
    }
}
