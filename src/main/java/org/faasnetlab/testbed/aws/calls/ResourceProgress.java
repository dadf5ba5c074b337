package org.faasnetlab.testbed.aws.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * An event of one resource of a testbed's stack.
 *
 * @param name its logical ID in the template, for example {@code Server1Instance}
 * @param type its type, for example {@code AWS::EC2::Instance}
 * @param state meaning of the status
 * @param status status in CloudFormation, for example {@code CREATE_IN_PROGRESS}
 * @param reason CloudFormation's explanation, often empty
 * @param at time of the event
 */
public record ResourceProgress(String name, String type, State state, String status, String reason, Instant at) {

    /** Meaning of a CloudFormation status. */
    public enum State {
        IN_PROGRESS,
        COMPLETE,
        FAILED,
        DELETED
    }

    public static ResourceProgress of(StackEvent event) {
        return of(
                event.logicalResourceId(),
                event.resourceType(),
                event.resourceStatusAsString(),
                event.resourceStatusReason(),
                event.timestamp());
    }

    /**
     * An event whose state follows from its status.
     *
     * @param reason null if CloudFormation gives none
     */
    public static ResourceProgress of(String name, String type, String status, @Nullable String reason, Instant at) {
        return new ResourceProgress(name, type, state(status), status, reason == null ? "" : reason, at);
    }

    private static State state(String status) {
        if (status.endsWith("_FAILED")) {
            return State.FAILED;
        }
        if (status.endsWith("_IN_PROGRESS")) {
            return State.IN_PROGRESS;
        }
        return status.equals("DELETE_COMPLETE") ? State.DELETED : State.COMPLETE;
    }
}
