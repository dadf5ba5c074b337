package org.faasnetlab.ui.aws;

import java.time.Duration;
import java.time.Instant;

/**
 * A resource of the stack with its last event.
 *
 * @param name its logical ID in the template
 * @param type for example {@code AWS::EC2::Instance}
 * @param status status in CloudFormation, for example {@code CREATE_IN_PROGRESS}
 * @param reason CloudFormation's explanation, often empty
 * @param since start of the current operation on it
 * @param at time of the last event
 */
record ResourceRow(String name, String type, String status, String reason, Instant since, Instant at) {

    boolean failed() {
        return status.endsWith("_FAILED");
    }

    boolean inProgress() {
        return status.endsWith("_IN_PROGRESS");
    }

    /** Duration of the operation: until now while it is in progress, otherwise until its last event. */
    Duration time(Instant now) {
        // AWS's clock can be ahead of this computer's
        Instant end = inProgress() && now.isAfter(at) ? now : at;
        return Duration.between(since, end);
    }

    /** This resource after a later event. Its operation is the first word of the status: CREATE, UPDATE or DELETE. */
    ResourceRow then(ResourceRow later) {
        boolean same = verb(status).equals(verb(later.status));
        return new ResourceRow(name, type, later.status, later.reason, same ? since : later.since, later.at);
    }

    private static String verb(String status) {
        return status.split("_", 2)[0];
    }
}
